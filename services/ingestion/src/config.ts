import { databaseUrl, host, logLevel, mqttUrl, port } from "@gtb/service-kit/config";
import { z } from "zod";

export const configSchema = z.object({
  GTB_DATABASE_URL: databaseUrl,
  GTB_MQTT_URL: mqttUrl,
  GTB_HEALTH_HOST: host,
  GTB_HEALTH_PORT: port.default(8423),
  GTB_LOG_LEVEL: logLevel,
  /** Names the network server in the ledger: events of two of them may carry the same ids. */
  GTB_EVENT_SOURCE: z.string().min(1).default("chirpstack"),
  /**
   * Names the platform at the broker: its share group and the ids of its sessions. Two platforms on one broker need
   * two names, else each takes half of the events.
   */
  GTB_MQTT_GROUP: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,40}$/)
    .default("gtb-ingestion"),
  /** Events stored in one transaction at most; the broker may have twice as many unacknowledged. */
  GTB_BATCH_SIZE: z.coerce.number().int().min(1).max(10_000).default(1_000),
  /** How long the first event of a batch waits for others. */
  GTB_BATCH_WAIT_MS: z.coerce.number().int().min(0).max(10_000).default(200),
  /** How long a worker that says nothing keeps its slot. */
  GTB_SLOT_LEASE_SECONDS: z.coerce.number().min(1).max(600).default(15),
});

export type Config = z.infer<typeof configSchema>;
