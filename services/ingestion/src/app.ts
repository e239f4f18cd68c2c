import { randomUUID } from "node:crypto";
import { createPool } from "@gtb/database/pool";
import { readServerTime } from "@gtb/database/queries/read-server-time";
import { recoverLastUplinks } from "@gtb/database/queries/update-device-health";
import { startHealthServer } from "@gtb/service-kit/health-server";
import type { RunningService } from "@gtb/service-kit/lifecycle";
import type { Logger } from "@gtb/service-kit/log";
import { Batcher } from "./batcher.ts";
import type { Config } from "./config.ts";
import { createIngestionMetrics } from "./metrics.ts";
import { RestartGuard } from "./restart-guard.ts";
import { SlotKeeper } from "./slot-keeper.ts";
import { MessageStore } from "./store-messages.ts";

/** More than the time between two writes of health, so that none is missed after a crash. */
const healthRecoveryMs = 15 * 60_000;

/** Wires the service and starts it; it keeps trying while the broker or the database is away. */
export async function startIngestion(config: Config, log: Logger): Promise<RunningService> {
  const pool = createPool({
    databaseUrl: config.GTB_DATABASE_URL,
    applicationName: "gtb-ingestion",
    maxConnections: 4,
  });
  await recoverLastUplinks(pool, new Date(Date.now() - healthRecoveryMs));
  const stopping = new AbortController();
  const metrics = createIngestionMetrics(() => batcher.size);
  const store = new MessageStore({ pool, source: config.GTB_EVENT_SOURCE, metrics, log, stopping: stopping.signal });
  const batcher = new Batcher({
    maxSize: config.GTB_BATCH_SIZE,
    maxWaitMs: config.GTB_BATCH_WAIT_MS,
    store: (batch) => store.store(batch),
  });
  const sessions = {
    pool,
    mqttUrl: config.GTB_MQTT_URL,
    group: config.GTB_MQTT_GROUP,
    receiveMaximum: Math.min(config.GTB_BATCH_SIZE * 2, 65_535),
    leaseSeconds: config.GTB_SLOT_LEASE_SECONDS,
    holder: randomUUID(),
    batcher,
    log,
  };
  const slots = new SlotKeeper(sessions);
  const guard = new RestartGuard({ ...sessions, subscribedSince: () => slots.subscribedSince });
  const checks = {
    database: async () => void (await readServerTime(pool)),
    broker: () => {
      if (!slots.connected) throw new Error("not connected to the broker");
    },
  };
  const health = await startHealthServer({
    host: config.GTB_HEALTH_HOST,
    port: config.GTB_HEALTH_PORT,
    checks,
    metrics: metrics.registry,
  });
  slots.start();
  guard.start();
  return {
    stopPhases: [
      { name: "receive no more", timeLimitMs: 1_000, run: async () => slots.stopReceiving() },
      { name: "leave the guards", timeLimitMs: 2_000, run: () => guard.stop() },
      { name: "store what was received", timeLimitMs: 5_000, run: () => batcher.drain() },
      { name: "write what is known of devices", timeLimitMs: 2_000, run: () => store.writeHealth() },
      { name: "give up what the database does not take", timeLimitMs: 1_000, run: async () => stopping.abort() },
      { name: "leave the broker", timeLimitMs: 5_000, run: () => slots.close() },
      { name: "close the health server", timeLimitMs: 1_000, run: () => health.close() },
      { name: "close the database", timeLimitMs: 2_000, run: () => pool.end() },
    ],
  };
}
