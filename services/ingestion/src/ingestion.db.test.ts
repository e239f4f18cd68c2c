import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createPool } from "@gtb/database/pool";
import { startTestBroker } from "@gtb/infra/test-broker";
import { createTestDatabase } from "@gtb/infra/test-database";
import type { RunningService } from "@gtb/service-kit/lifecycle";
import { createLog } from "@gtb/service-kit/log";
import { connectAsync, type MqttClient } from "mqtt";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startIngestion } from "./app.ts";
import { configSchema } from "./config.ts";

const database = await createTestDatabase();
/** As its owner: to look. */
const pool = createPool({ databaseUrl: database.databaseUrl, applicationName: "test" });
/** What the workers get: what their role lacks fails here. */
const asIngestion = new URL(database.databaseUrl);
asIngestion.searchParams.set("options", "-c role=gtb_ingestion");
let broker: Awaited<ReturnType<typeof startTestBroker>>;
let publisher: MqttClient;
let running: RunningService[] = [];

beforeAll(async () => {
  broker = await startTestBroker();
  publisher = await connectAsync(broker.mqttUrl, { protocolVersion: 5 });
});
afterAll(async () => {
  await publisher.endAsync();
  await broker.remove();
  await pool.end();
});
beforeEach(() =>
  pool.query("truncate uplink, reading, reading_history, reading_change, event_reject, device_health, ingestion_slot"),
);
afterEach(async () => {
  for (const service of running) await stop(service);
  running = [];
});

async function startWorker(settings: Record<string, unknown> = {}): Promise<RunningService> {
  const config = configSchema.parse({
    GTB_DATABASE_URL: asIngestion.href,
    GTB_MQTT_URL: broker.mqttUrl,
    GTB_HEALTH_PORT: 0,
    GTB_BATCH_WAIT_MS: 20,
    GTB_SLOT_LEASE_SECONDS: 1,
    ...settings,
  });
  const service = await startIngestion(config, createLog("ingestion", "error"));
  running.push(service);
  await vi.waitFor(
    async () =>
      expect(
        (await pool.query("select from ingestion_slot where lease_until > now()")).rowCount,
      ).toBeGreaterThanOrEqual(running.length),
    10_000,
  );
  return service;
}

/** With both guards standing, as they do some moments after a worker's start. */
async function restartBroker(): Promise<void> {
  await sleep(2_500);
  await broker.server.stop();
  await broker.server.start();
  await broker.server.waitUntilHealthy();
}

async function stop(service: RunningService): Promise<void> {
  running = running.filter((other) => other !== service);
  for (const phase of service.stopPhases) await phase.run();
}

async function publish(count: number, changes: Record<string, unknown> = {}): Promise<void> {
  const sent = Array.from({ length: count }, (_, index) => {
    const devEui = index.toString(16).padStart(16, "0");
    const event = {
      deduplicationId: randomUUID(),
      time: new Date().toISOString(),
      deviceInfo: { devEui },
      fPort: 85,
      data: "A2fNAA==",
      ...changes,
    };
    return publisher.publishAsync(`application/a/device/${devEui}/event/up`, JSON.stringify(event), { qos: 1 });
  });
  await Promise.all(sent);
}

const stored = async (): Promise<number> => (await pool.query("select from uplink")).rowCount ?? 0;
const eventually = (expected: number): Promise<void> =>
  vi.waitFor(async () => expect(await stored()).toBe(expected), { timeout: 20_000, interval: 50 });

describe("ingestion", () => {
  it("stores what is published, also what came while no worker ran", async () => {
    const first = await startWorker();
    await publish(50);
    await eventually(50);
    await stop(first);
    await publish(50);
    await startWorker();
    await eventually(100);
  });

  it("shares the work between two workers and leaves nothing with one that stops", async () => {
    await startWorker();
    const second = await startWorker();
    await publish(200);
    await eventually(200);
    await stop(second);
    await publish(200);
    await eventually(400);
    await vi.waitFor(async () => expect((await pool.query("select from ingestion_slot")).rowCount).toBe(1), 15_000);
  });

  it("loses nothing that a restarted broker takes in before a worker is subscribed again", async () => {
    const worker = await startWorker();
    await publish(20);
    await eventually(20);
    await restartBroker();
    await publish(30);
    await eventually(50);
    await stop(worker);
    await restartBroker();
    await publish(40);
    await startWorker();
    await eventually(90);
  }, 60_000);

  it("keeps a message that the database refuses as a reject, and stores the others", async () => {
    await startWorker();
    await publish(20);
    await publish(1, { devAddr: "\u0000" });
    await publisher.publishAsync("application/a/device/00000000000000ff/event/up", "{", { qos: 1 });
    await publish(20);
    await eventually(40);
    // What the refused one said of its device's health is written, and refused, only now.
    await sleep(5_500);
    await publish(20);
    await eventually(60);
    const { rows } = await pool.query("select reason from event_reject");
    expect(rows).toEqual([{ reason: "unreadable" }, { reason: "unreadable" }]);
  });

  it("takes NUL and lone surrogates for what they are: odd text", async () => {
    await startWorker();
    await publish(1, { object: { "na\u0000me": "\ud800", path: "C:\\u0000" } });
    await eventually(1);
    const { rows } = await pool.query("select object from uplink");
    expect(rows[0]).toEqual({ object: { "na\ufffdme": "\ufffd", path: "C:\\u0000" } });
  });

  it("keeps an event from the future aside, once however often it comes", async () => {
    await startWorker();
    const event = { deduplicationId: randomUUID(), time: new Date(Date.now() + 3_600_000).toISOString() };
    await publish(1, event);
    await publish(1, event);
    await publish(1);
    await eventually(1);
    const { rows } = await pool.query("select reason, event_id from event_reject");
    expect(rows).toEqual([{ reason: "time_in_future", event_id: event.deduplicationId }]);
  });

  it("takes over the slot of a worker that is gone for good", async () => {
    await startWorker();
    const session = await connectAsync(broker.mqttUrl, {
      protocolVersion: 5,
      clientId: "gtb-ingestion-9",
      clean: false,
      properties: { sessionExpiryInterval: 600 },
    });
    await session.subscribeAsync("$share/gtb-ingestion/application/+/device/+/event/+", { qos: 1 });
    session.end(true);
    await publish(100);
    await pool.query("insert into ingestion_slot (slot, lease_until) values (9, now() - interval '1 second')");
    await eventually(100);
    await vi.waitFor(
      async () => expect((await pool.query("select from ingestion_slot where slot = 9")).rowCount).toBe(0),
      15_000,
    );
  });
});
