import { randomUUID } from "node:crypto";
import { createPool } from "@gtb/database/pool";
import { syncDeviceTypes } from "@gtb/database/queries/sync-device-types";
import { createTestDatabase } from "@gtb/infra/test-database";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { catalogueEntries } from "./catalogue-entries.ts";
import { decodeAgain } from "./decode-again.ts";
import { decodePayload } from "./decode-payload.ts";
import { readRegistry } from "./registry.ts";
import { storeBatch } from "./store-batch.ts";

const database = await createTestDatabase();
const pool = createPool({ databaseUrl: database.databaseUrl, applicationName: "test" });
/** What does the work in production: a grant that one lacks fails here. */
const as = (role: string) =>
  createPool({ databaseUrl: database.databaseUrl, applicationName: "test", session: { role } });
const [asIngestion, asJobs] = [as("gtb_ingestion"), as("gtb_jobs")];
afterAll(() => Promise.all([pool.end(), asIngestion.end(), asJobs.end()]));

const devEui = "24e124136b502217";
const hour = (n: number): Date => new Date(Date.UTC(2026, 2, 2, n));
const hooks = { guard: async () => undefined, onProgress: async () => undefined };

async function one<T>(sql: string, values: unknown[] = []): Promise<T> {
  const { rows } = await pool.query(sql, values);
  return rows[0] as T;
}

interface World {
  readonly organisation: number;
  readonly points: readonly number[];
}

async function createWorld(): Promise<World> {
  const { id: organisation } = await one<{ id: number }>(
    "insert into organisation (kind, code, name) values ('commune', $1, 'Essai') returning id",
    [randomUUID()],
  );
  const { id: site } = await one<{ id: number }>(
    "insert into site (organisation_id, name, commune_code) values ($1, 'S', '27229') returning id",
    [organisation],
  );
  const { id: building } = await one<{ id: number }>(
    "insert into building (organisation_id, site_id, name, use, heating_energy) values ($1, $2, 'B', 'school', 'gas') returning id",
    [organisation, site],
  );
  const { rows } = await pool.query<{ id: number }>(
    "insert into point (organisation_id, building_id, name, quantity, unit, kind) select $1, $2, 'P' || n, 'temperature', 'Cel', 'gauge' from generate_series(1, 2) n returning id",
    [organisation, building],
  );
  return { organisation, points: rows.map(({ id }) => id) };
}

async function declare({ organisation }: World): Promise<number> {
  const { id } = await one<{ id: number }>(
    "insert into device (organisation_id, dev_eui, device_type_id, name) values ($1, $2, 'milesight-em300-th', 'D') returning id",
    [organisation, devEui],
  );
  return id;
}

const assign = (world: World, deviceId: number, pointId: number | undefined, valid: string) =>
  pool.query(
    "insert into device_point (organisation_id, device_id, measurement, point_id, valid) values ($1, $2, 'temperature', $3, $4)",
    [world.organisation, deviceId, pointId, valid],
  );

/** Hears EM300-TH frames of `celsius` tenths at given hours, as ingestion would. */
async function hear(frames: readonly { at: Date; tenths: number }[]): Promise<void> {
  const registry = await readRegistry(asIngestion);
  const entries = frames.map(({ at, tenths }) => {
    const eventId = randomUUID();
    const data = Buffer.from([0x03, 0x67, tenths & 0xff, tenths >> 8]);
    const { readings, rejected, ...decoded } = decodePayload(registry, {
      eventId,
      devEui,
      time: at,
      receivedAt: at,
      fPort: 85,
      data,
      encrypted: false,
    });
    const empty = { applicationId: null, devAddr: null, fCnt: 0, object: null, rxInfo: null, detail: "{}" };
    const ledger = {
      source: "test",
      eventType: "up",
      eventId,
      time: at,
      receivedAt: at,
      devEui,
      fPort: 85,
      data,
      readingCount: readings.length,
      ...decoded,
      ...empty,
    };
    return { ledger, readings, rejected };
  });
  await storeBatch(asIngestion, {
    registryVersion: registry.version,
    entries,
    rejects: [],
    deviceHealth: [],
    gatewaysHeard: new Map(),
  });
}

async function values(): Promise<[pointId: number, hour: number, value: number][]> {
  const { rows } = await pool.query("select point_id, time, value from reading order by point_id, time");
  return rows.map(({ point_id, time, value }) => [point_id, time.getUTCHours(), value]);
}

beforeEach(async () => {
  await pool.query(
    "truncate uplink, reading, reading_history, reading_change, rejected_measurement, job, device_point, device cascade",
  );
  await syncDeviceTypes(pool, catalogueEntries());
});

describe("the ledger of a device", () => {
  it("is decoded when the device is declared after it was heard", async () => {
    const world = await createWorld();
    await hear([
      { at: hour(1), tenths: 205 },
      { at: hour(2), tenths: 210 },
    ]);
    expect((await one<{ outcome: string }>("select outcome from uplink limit 1")).outcome).toBe("unknown_device");
    const device = await declare(world);
    await assign(world, device, world.points[0], "(,)");
    expect(await one("select kind, payload from job")).toEqual({
      kind: "decode-again",
      payload: { deviceId: device, pointIds: [world.points[0]] },
    });

    expect(await decodeAgain(asJobs, { deviceId: device }, hooks)).toEqual({ uplinks: 2, changed: 2, withdrawn: 0 });
    expect(await values()).toEqual([
      [world.points[0], 1, 20.5],
      [world.points[0], 2, 21],
    ]);
    expect(
      await pool.query(
        "select from uplink where outcome = 'decoded' and reading_count = 1 and codec_version_id is not null",
      ),
    ).toHaveProperty("rowCount", 2);
    expect(await decodeAgain(asJobs, { deviceId: device }, hooks)).toEqual({ uplinks: 2, changed: 0, withdrawn: 0 });
  });

  it("follows a device that was moved in the past, with the history kept", async () => {
    const world = await createWorld();
    const device = await declare(world);
    await assign(world, device, world.points[0], "(,)");
    await hear([
      { at: hour(1), tenths: 205 },
      { at: hour(2), tenths: 210 },
      { at: hour(3), tenths: 215 },
    ]);
    await pool.query("update device_point set valid = tstzrange(null, $1)", [hour(2)]);
    await assign(world, device, world.points[1], `[${hour(2).toISOString()},)`);

    expect(await decodeAgain(asJobs, { deviceId: device }, hooks)).toEqual({ uplinks: 3, changed: 2, withdrawn: 2 });
    expect(await values()).toEqual([
      [world.points[0], 1, 20.5],
      [world.points[1], 2, 21],
      [world.points[1], 3, 21.5],
    ]);
    const { rows } = await pool.query("select point_id, value, actor from reading_history order by time");
    expect(rows).toEqual([
      { point_id: world.points[0], value: 21, actor: "decode-again" },
      { point_id: world.points[0], value: 21.5, actor: "decode-again" },
    ]);
  });

  it("withdraws values from a point that the assignment no longer names, told by the job", async () => {
    const world = await createWorld();
    const device = await declare(world);
    await assign(world, device, world.points[0], "(,)");
    await hear([{ at: hour(1), tenths: 205 }]);
    await pool.query("delete from job");
    await pool.query("delete from device_point");
    const { payload } = await one<{ payload: { deviceId: number; pointIds: number[] } }>("select payload from job");
    expect(await decodeAgain(asJobs, payload, hooks)).toEqual({ uplinks: 1, changed: 0, withdrawn: 1 });
    expect(await values()).toEqual([]);
  });

  it("never touches a correction", async () => {
    const world = await createWorld();
    const device = await declare(world);
    await assign(world, device, world.points[0], "(,)");
    await hear([{ at: hour(1), tenths: 205 }]);
    await pool.query("update reading set value = 18, source_kind = 'correction', source_id = $1", [randomUUID()]);
    expect(await decodeAgain(asJobs, { deviceId: device }, hooks)).toMatchObject({ changed: 0, withdrawn: 0 });
    expect(await values()).toEqual([[world.points[0], 1, 18]]);
  });

  it("keeps a value outside its plausible range aside, once", async () => {
    const world = await createWorld();
    await hear([{ at: hour(1), tenths: 3000 }]);
    const device = await declare(world);
    await assign(world, device, world.points[0], "(,)");
    await decodeAgain(asJobs, { deviceId: device }, hooks);
    await decodeAgain(asJobs, { deviceId: device }, hooks);
    expect(await values()).toEqual([]);
    const { rows } = await pool.query("select measurement, value, reason from rejected_measurement");
    expect(rows).toEqual([{ measurement: "temperature", value: 300, reason: "out_of_range" }]);
  });
});

it("a new codec version asks for all devices of its type to be decoded again, once", async () => {
  const world = await createWorld();
  const device = await declare(world);
  const newer = catalogueEntries().map((entry) =>
    entry.id === "milesight-em300-th" ? { ...entry, codecVersion: 99 } : entry,
  );
  await syncDeviceTypes(pool, newer);
  await syncDeviceTypes(pool, newer);
  await syncDeviceTypes(pool, catalogueEntries());
  const { rows } = await pool.query("select payload from job");
  expect(rows).toEqual([{ payload: { deviceId: device } }]);
  expect(
    await one("select version from codec_version where device_type_id = 'milesight-em300-th' and not isempty(active)"),
  ).toEqual({ version: 99 });
});
