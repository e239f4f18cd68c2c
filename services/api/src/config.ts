import { databaseUrl, host, logLevel, port } from "@gtb/service-kit/config";
import { z } from "zod";

export const configSchema = z.object({
  /** As a member of gtb_api. */
  GTB_DATABASE_URL: databaseUrl,
  /** As a member of gtb_auth. */
  GTB_AUTH_DATABASE_URL: databaseUrl,
  GTB_API_HOST: host,
  GTB_API_PORT: port.default(8420),
  GTB_LOG_LEVEL: logLevel,
  /** Folder of the built web pages; absent: the API alone. */
  GTB_WEB_DIST: z.string().min(1).optional(),
  GTB_API_CONNECTIONS: z.coerce.number().int().min(2).max(100).default(10),
});
