import { databaseUrl, host, logLevel, port } from "@gtb/service-kit/config";
import { z } from "zod";

export const configSchema = z.object({
  GTB_DATABASE_URL: databaseUrl,
  GTB_HEALTH_HOST: host,
  GTB_HEALTH_PORT: port.default(8424),
  GTB_LOG_LEVEL: logLevel,
  /** How long a worker that says nothing keeps its job. */
  GTB_JOB_LEASE_SECONDS: z.coerce.number().min(1).max(3600).default(30),
  /** How often an idle worker looks for work that others queued. */
  GTB_JOB_POLL_MS: z.coerce.number().int().min(50).max(60_000).default(1_000),
});

export type Config = z.infer<typeof configSchema>;
