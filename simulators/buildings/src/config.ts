import { databaseUrl, host, logLevel, mqttUrl, port } from "@gtb/service-kit/config";
import { z } from "zod";

export const configSchema = z.object({
  GTB_DATABASE_URL: databaseUrl,
  GTB_MQTT_URL: mqttUrl,
  GTB_HEALTH_HOST: host,
  GTB_HEALTH_PORT: port.default(8425),
  GTB_LOG_LEVEL: logLevel,
  /** History files and the truth are written under it. */
  GTB_HOME: z.string().min(1).default(".runtime"),
});

export type Config = z.infer<typeof configSchema>;
