import { randomUUID } from "node:crypto";
import { listConsumptionAsOf } from "@gtb/database/queries/list-consumption-as-of";
import { inTransaction } from "@gtb/database/transaction";
import { storeReadings } from "@gtb/readings/store-readings";
import { beforeEach, expect, test } from "vitest";
import { createMeteredWorld, type MeteredPoint } from "../testing/metered-world.ts";
import { consumptionKind } from "./consumption.ts";
import { correctReadingsKind } from "./correct-readings.ts";
import { recomputeKind } from "./recompute.ts";

const world = await createMeteredWorld();
const kinds = [correctReadingsKind, consumptionKind(world.metrics), recomputeKind(world.metrics)];
const at = (hour: number): Date => new Date(Date.UTC(2026, 2, 2, hour));
let meter: MeteredPoint;

beforeEach(async () => {
  meter = await world.createMeter();
  await world.store(meter.pointId, [
    [at(0), 1_000],
    [at(1), 1_080],
    [at(2), 1_160],
    [at(3), 1_240],
  ]);
  await world.workThroughOutbox(...kinds);
});

interface Asked {
  readonly kind: "set" | "void" | "restore";
  readonly from: number;
  readonly to?: number;
  readonly value?: number;
}

/** Asked for and applied, consumption included; resolves with the correction's uuid. */
async function correct(...corrections: readonly Asked[]): Promise<string> {
  let last = "";
  for (const { kind, from, to = from, value } of corrections) {
    const { uuid } = await world.one<{ uuid: string }>(
      `insert into correction (organisation_id, point_id, kind, from_time, to_time, value, reason)
       select organisation_id, id, $2, $3, $4, $5, 'relevé faux' from point where id = $1 returning uuid`,
      [meter.pointId, kind, at(from), at(to), value ?? null],
    );
    last = uuid;
  }
  await world.work(...kinds);
  await world.workThroughOutbox(...kinds);
  return last;
}

async function readings() {
  const { rows } = await world.pool.query<{ value: number; quality: number; kind: string }>(
    "select value, quality, source_kind as kind from reading where point_id = $1 order by time",
    [meter.pointId],
  );
  return rows.map(({ value, quality, kind }) => `${value} ${quality} ${kind}`);
}
const hours = async () => (await world.hoursOf(meter.registerId)).map(({ energyKwh }) => energyKwh);
const before = ["1000 0 import", "1080 0 import", "1160 0 import", "1240 0 import"];

test("a value is set, with its source, its reason and how many; the old one stays in the history", async () => {
  const uuid = await correct({ kind: "set", from: 1, value: 1_100 });
  expect(await readings()).toEqual([before[0], "1100 0 correction", before[2], before[3]]);
  expect(await hours()).toEqual([12.5, 7.5, 10]);
  expect(
    await world.one(
      `select c.reading_count, c.applied_at is not null as applied, h.value, h.reason, r.source_id = c.uuid as named
         from correction c join reading r on r.point_id = c.point_id and r.time = c.from_time
         join reading_history h on h.point_id = c.point_id and h.time = c.from_time where c.uuid = $1`,
      [uuid],
    ),
  ).toEqual({ reading_count: 1, applied: true, value: 1_080, reason: "relevé faux", named: true });
});

test("a voided range is kept and counts no more: what passed is known, its shape is not", async () => {
  await correct({ kind: "void", from: 1, to: 2 });
  expect(await readings()).toEqual([before[0], "1080 2 correction", "1160 2 correction", before[3]]);
  expect((await hours()).reduce<number>((sum, kwh) => sum + (kwh ?? 0), 0)).toBeCloseTo(30, 9);
  const stored = await world.hoursOf(meter.registerId);
  expect(stored.every(({ measured }) => measured < 1)).toBe(true);
});

test("a correction holds against the same file again; once taken back, a newer file counts again", async () => {
  await correct({ kind: "void", from: 1 }, { kind: "set", from: 2, value: 1_200 });
  await world.store(meter.pointId, [
    [at(1), 1_080],
    [at(2), 1_160],
  ]);
  expect(await readings()).toEqual([before[0], "1080 2 correction", "1200 0 correction", before[3]]);
  await correct({ kind: "restore", from: 0, to: 3 });
  expect(await readings()).toEqual(before);
  expect(await hours()).toEqual([10, 10, 10]);
  await world.store(meter.pointId, [[at(2), 1_150]]);
  expect((await readings())[2]).toBe("1150 0 import");
});

test("of a restored uplink the same uplink, decoded again, still decides", async () => {
  const point = (await world.createMeter()).pointId;
  const id = randomUUID();
  const hear = (value: number) =>
    inTransaction(world.pool, (connection) =>
      storeReadings(connection, [{ pointId: point, time: at(1), value, quality: 0 }], {
        kind: "uplink",
        id,
        actor: "test",
        reason: "test",
      }),
    );
  await hear(7);
  meter = { ...meter, pointId: point };
  await correct({ kind: "set", from: 1, value: 8 });
  await correct({ kind: "restore", from: 1 });
  expect(await readings()).toEqual(["7 0 uplink"]);
  await hear(9);
  expect(await readings()).toEqual(["9 0 uplink"]);
});

test("a value where nobody had measured is added, and goes when it is taken back", async () => {
  await correct({ kind: "set", from: 5, value: 1_400 });
  expect((await readings()).at(-1)).toBe("1400 0 correction");
  await correct({ kind: "restore", from: 5 });
  expect(await readings()).toEqual(before);
});

test("corrections that wait are applied in the order in which they were made, each once", async () => {
  await correct({ kind: "set", from: 1, value: 1_090 }, { kind: "set", from: 1, value: 1_095 });
  expect((await readings())[1]).toBe("1095 0 correction");
  await world.pool.query("update job set state = 'queued', run_at = now() where kind = 'correct-readings'");
  await correct({ kind: "set", from: 1, value: 1_085 });
  expect((await readings())[1]).toBe("1085 0 correction");
});

test("as of before a correction the old kWh are exactly there, as of now the new; nothing outside its range moves", async () => {
  const asOf = async (instant: Date) =>
    (
      await listConsumptionAsOf(world.pool, {
        registerIds: [meter.registerId],
        from: at(0),
        to: at(24),
        by: "hour",
        timeZone: "Europe/Paris",
        asOf: instant,
      })
    ).map(({ start, energyKwh }) => [start.getUTCHours(), energyKwh]);
  const { now: earlier } = await world.one<{ now: Date }>("select clock_timestamp() as now");
  const unmoved = (await world.hoursOf(meter.registerId))[2];
  await correct({ kind: "set", from: 1, value: 1_100 });
  const { now: later } = await world.one<{ now: Date }>("select clock_timestamp() as now");
  expect(await asOf(new Date(earlier.getTime() + 1))).toEqual([
    [0, 10],
    [1, 10],
    [2, 10],
  ]);
  expect(await asOf(later)).toEqual([
    [0, 12.5],
    [1, 7.5],
    [2, 10],
  ]);
  expect((await world.hoursOf(meter.registerId))[2]).toEqual(unmoved);
  const days = await listConsumptionAsOf(world.pool, {
    registerIds: [meter.registerId],
    from: new Date("2026-03-01T23:00:00Z"),
    to: new Date("2026-03-02T23:00:00Z"),
    by: "day",
    timeZone: "Europe/Paris",
    asOf: later,
  });
  expect(days).toEqual([expect.objectContaining({ energyKwh: 30, measuredHours: 3, estimatedHours: 0 })]);
});
