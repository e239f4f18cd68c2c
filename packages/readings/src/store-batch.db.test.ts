import { randomUUID } from "node:crypto";
import { createPool, type Pool } from "@gtb/database/pool";
import { currentRegistryVersion } from "@gtb/database/queries/load-registry";
import type { LedgerRow } from "@gtb/database/queries/store-ledger";
import { inTransaction } from "@gtb/database/transaction";
import { createTestDatabase } from "@gtb/infra/test-database";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { type Batch, type BatchEntry, StaleRegistryError, storeBatch } from "./store-batch.ts";
import { storeReadings } from "./store-readings.ts";

const database = await createTestDatabase();
const pool: Pool = createPool({ databaseUrl: database.databaseUrl, applicationName: "test" });
/** What stores batches in production: a grant that it lacks fails here. */
const asIngestion = createPool({
  databaseUrl: database.databaseUrl,
  applicationName: "test",
  session: { role: "gtb_ingestion" },
});
afterAll(() => Promise.all([pool.end(), asIngestion.end()]));

const hour = (n: number): Date => new Date(Date.UTC(2026, 2, 2, n));

function entry(pointId: number, time: Date, value: number, eventId: string = randomUUID()): BatchEntry {
  const ledger: LedgerRow = {
    source: "test",
    eventType: "up",
    eventId,
    time,
    receivedAt: time,
    devEui: "0102030405060708",
    applicationId: "app",
    devAddr: "00189440",
    fPort: 85,
    fCnt: 4_000_000_000,
    data: new Uint8Array([1, 2, 255]),
    object: null,
    rxInfo: '[{"gatewayId":"0016c001f153a14c","rssi":-57}]',
    detail: '{"nom":"école"}',
    outcome: "decoded",
    outcomeDetail: null,
    codecVersionId: null,
    readingCount: 1,
  };
  return { ledger, readings: [{ pointId, time, value, quality: 0, sourceId: eventId }], rejected: [] };
}

async function store(entries: readonly BatchEntry[], changes: Partial<Batch> = {}) {
  const registryVersion = await currentRegistryVersion(asIngestion);
  return storeBatch(asIngestion, {
    registryVersion,
    entries,
    rejects: [],
    deviceHealth: [],
    gatewaysHeard: new Map(),
    ...changes,
  });
}

async function readings(): Promise<{ pointId: number; time: Date; value: number }[]> {
  const { rows } = await pool.query('select point_id as "pointId", time, value from reading order by point_id, time');
  return rows;
}

async function changes(): Promise<unknown[]> {
  const { rows } = await pool.query(
    'select point_ids as "pointIds", from_times as "from", to_times as "to" from reading_change order by xid, id',
  );
  return rows;
}

beforeEach(async () => {
  await pool.query(
    "truncate uplink, reading, reading_history, reading_change, rejected_measurement, event_reject, device_health",
  );
});

describe("a batch", () => {
  it("is stored whole, every bit of it", async () => {
    const stored = await store([entry(1, hour(1), 0.1), entry(1, hour(2), -1e300), entry(2, hour(2), 2 ** 53)]);
    expect(stored).toEqual({ newEvents: 3, readings: 3 });
    expect(await readings()).toEqual([
      { pointId: 1, time: hour(1), value: 0.1 },
      { pointId: 1, time: hour(2), value: -1e300 },
      { pointId: 2, time: hour(2), value: 2 ** 53 },
    ]);
    const { rows } = await pool.query(
      "select f_cnt, encode(data, 'hex') as data, rx_info -> 0 ->> 'rssi' as rssi, detail ->> 'nom' as nom from uplink limit 1",
    );
    expect(rows[0]).toEqual({ f_cnt: 4_000_000_000, data: "0102ff", rssi: "-57", nom: "école" });
    expect(await changes()).toEqual([{ pointIds: [1, 2], from: [hour(1), hour(2)], to: [hour(2), hour(2)] }]);
  });

  it("changes nothing when delivered again, alone or among new ones", async () => {
    const first = entry(1, hour(1), 10);
    await store([first]);
    expect(await store([first])).toEqual({ newEvents: 0, readings: 0 });
    expect(await store([first, entry(1, hour(2), 11)])).toEqual({ newEvents: 1, readings: 1 });
    expect(await changes()).toHaveLength(2);
    expect((await pool.query("select from uplink")).rowCount).toBe(2);
  });

  it("keeps an event that it holds twice once", async () => {
    const twice = entry(1, hour(1), 10);
    expect(await store([twice, twice])).toEqual({ newEvents: 1, readings: 1 });
  });

  it("ends the same whichever of two uplinks for one instant comes first", async () => {
    const [low, high] = ["00000000-0000-4000-8000-000000000001", "ffffffff-0000-4000-8000-000000000001"];
    await store([entry(1, hour(1), 10, low)]);
    await store([entry(1, hour(1), 12, high)]);
    await store([entry(2, hour(1), 12, high.replace("ffff", "fffe"))]);
    await store([entry(2, hour(1), 10, low.replace("1", "2"))]);
    await store([entry(3, hour(1), 12, high.replace("ffff", "fffd")), entry(3, hour(1), 10, low.replace("1", "3"))]);
    expect((await readings()).map(({ value }) => value)).toEqual([12, 12, 12]);
    const { rows } = await pool.query("select point_id, value, actor from reading_history");
    expect(rows).toEqual([{ point_id: 1, value: 10, actor: "ingestion" }]);
  });

  it("decoded with an older registry is refused and leaves nothing", async () => {
    await pool.query("update registry_version set version = version + 1");
    await expect(store([entry(1, hour(1), 10)], { registryVersion: 1 })).rejects.toThrow(StaleRegistryError);
    expect(await readings()).toEqual([]);
  });

  it("leaves nothing when one row is refused by the database", async () => {
    const bad = entry(1, hour(2), 11);
    const refused = { ...bad, ledger: { ...bad.ledger, detail: '{"a":"\\u0000"}' } };
    await expect(store([entry(1, hour(1), 10), refused])).rejects.toThrow(/Unicode/);
    expect((await pool.query("select from uplink")).rowCount).toBe(0);
    expect(await readings()).toEqual([]);
  });

  it("never lets an older event's health replace a newer one's", async () => {
    const health = (lastUplinkAt: Date, fCnt: number) => ({
      devEui: "0102030405060708",
      lastUplinkAt,
      lastJoinAt: null,
      lastStatusAt: null,
      batteryPercent: null,
      externalPower: null,
      marginDb: null,
      devAddr: null,
      fCnt,
      rssiDbm: -57,
      snrDb: 10,
      dataRate: 5,
      gatewayCount: 1,
      lastError: null,
      lastErrorAt: null,
    });
    await store([], { deviceHealth: [health(hour(5), 50)] });
    await store([], { deviceHealth: [health(hour(4), 40)] });
    const { rows } = await pool.query("select last_uplink_at, f_cnt from device_health");
    expect(rows).toEqual([{ last_uplink_at: hour(5), f_cnt: 50 }]);
  });
});

describe("sources of different rank", () => {
  const source = (kind: "import" | "correction") => ({ kind, id: randomUUID(), actor: "someone", reason: "test" });
  const put = (kind: "import" | "correction", value: number) =>
    inTransaction(pool, (connection) =>
      storeReadings(connection, [{ pointId: 1, time: hour(1), value, quality: 0 }], source(kind)),
    );

  it("a correction stands against uplinks and imports, and only another correction replaces it", async () => {
    await store([entry(1, hour(1), 10)]);
    expect(await put("correction", 20)).toEqual({ inserted: 0, superseded: 1, unchanged: 0 });
    expect(await put("import", 30)).toEqual({ inserted: 0, superseded: 0, unchanged: 1 });
    await store([entry(1, hour(1), 40)]);
    expect((await readings())[0]?.value).toBe(20);
    expect(await put("correction", 50)).toEqual({ inserted: 0, superseded: 1, unchanged: 0 });
    const { rows } = await pool.query(
      "select value, source_kind, actor, reason, upper_inf(known) as open from reading_history order by lower(known)",
    );
    expect(rows).toEqual([
      { value: 10, source_kind: "uplink", actor: "someone", reason: "test", open: false },
      { value: 20, source_kind: "correction", actor: "someone", reason: "test", open: false },
    ]);
  });

  it("the same import twice changes nothing", async () => {
    await put("import", 30);
    expect(await put("import", 30)).toEqual({ inserted: 0, superseded: 0, unchanged: 1 });
    expect(await changes()).toHaveLength(1);
  });
});
