import { hourlyConsumption } from "@gtb/domain/energy/hourly-consumption";
import fc from "fast-check";
import { expect, test } from "vitest";
import { climateKind } from "../kinds/climate.ts";
import { consumptionKind } from "../kinds/consumption.ts";
import { housekeepingKind } from "../kinds/housekeeping.ts";
import { recomputeKind } from "../kinds/recompute.ts";
import { createMeteredWorld } from "../testing/metered-world.ts";

const world = await createMeteredWorld();
const kinds = [consumptionKind(world.metrics), recomputeKind(world.metrics)];
const minute = 60_000;
const from = Date.UTC(2026, 2, 2, 6);
const at = (minutes: number): Date => new Date(from + minutes * minute);
const always = { fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY };
const setup = {
  kind: "index",
  parameters: [{ ...always, unitPerCount: 0.125, ctRatio: 1, wrapsAt: 2 ** 32, maxPerHour: 1_000 }],
  kwhPerUnit: [{ ...always, kwhPerUnit: 1 }],
  events: [],
} as const;

const compute = (): Promise<void> => world.workThroughOutbox(...kinds);

type Reading = readonly [minutes: number, value: number];

/** What the rules say of these readings, as the database keeps it. */
function expectedHours(readings: readonly Reading[]) {
  const sorted = readings.toSorted(([a], [b]) => a - b);
  return hourlyConsumption(
    sorted.map(([minutes, value]) => ({ assignment: 1, timeMs: at(minutes).getTime(), value, quality: 0 })),
    setup,
    { fromMs: from - 3_600_000, toMs: from + 400 * 3_600_000 },
  ).map((hour) => ({
    hour: new Date(hour.hourMs),
    native: hour.native,
    energyKwh: hour.energyKwh,
    shares: [hour.measuredShare, hour.estimatedShare, hour.missingShare].map(Math.fround),
  }));
}

async function storedHours(registerId: number) {
  return (await world.hoursOf(registerId)).map(({ hour, native, energyKwh, measured, estimated, missing }) => ({
    hour,
    native,
    energyKwh,
    shares: [measured, estimated, missing].map(Math.fround),
  }));
}

const growing = fc
  .uniqueArray(fc.tuple(fc.nat(3_000), fc.nat(500)), { selector: ([minutes]) => minutes, minLength: 2, maxLength: 60 })
  .map((steps) => {
    let value = 1_000;
    return steps
      .toSorted(([a], [b]) => a - b)
      .map(([minutes, step]): Reading => {
        value += step;
        return [minutes, value];
      });
  });

test("whatever the order and the cuts in which readings come, the hours are those of all readings", async () => {
  await fc.assert(
    fc.asyncProperty(
      growing,
      fc.infiniteStream(fc.nat(1_000)),
      fc.integer({ min: 1, max: 5 }),
      async (readings, noise, parts) => {
        const { registerId, pointId } = await world.createMeter();
        const shuffled = readings
          .map((reading) => ({ reading, rank: noise.next().value ?? 0 }))
          .toSorted((a, b) => a.rank - b.rank)
          .map(({ reading }) => reading);
        const size = Math.ceil(shuffled.length / parts);
        for (let start = 0; start < shuffled.length; start += size) {
          await world.store(
            pointId,
            shuffled.slice(start, start + size).map(([minutes, value]) => [at(minutes), value] as const),
          );
          await compute();
        }
        expect(await storedHours(registerId)).toEqual(expectedHours(readings));
      },
    ),
    { numRuns: 25 },
  );
});

test("computing again changes nothing, not even since when it is known", async () => {
  const { registerId, pointId } = await world.createMeter();
  await world.store(
    pointId,
    [0, 10, 20, 45, 130, 135].map((minutes) => [at(minutes), minutes * 7]),
  );
  await compute();
  const before = await world.hoursOf(registerId);
  expect(before).toHaveLength(3);
  await world.pool.query("select enqueue_recompute(array[$1::bigint], array[tstzrange(null, null)])", [registerId]);
  await world.work(...kinds);
  expect(await world.hoursOf(registerId)).toEqual(before);
});

test("a corrected value changes its own hours, and the history keeps what they said", async () => {
  const { registerId, pointId } = await world.createMeter();
  await world.store(
    pointId,
    [0, 60, 120, 180, 240].map((minutes) => [at(minutes), minutes * 8]),
  );
  await compute();
  const before = await world.hoursOf(registerId);
  await world.store(pointId, [[at(120), 1_000]], "correction");
  await compute();
  const after = await world.hoursOf(registerId);
  expect(after.map(({ native }) => native)).toEqual([60, 65, 55, 60]);
  expect([after[0], after[3]]).toEqual([before[0], before[3]]);
  const { rows } = await world.pool.query(
    "select hour, native, upper(known) is not null as ended, reason from consumption_history where register_id = $1 order by hour",
    [registerId],
  );
  expect(rows).toEqual([
    { hour: at(60), native: 60, ended: true, reason: "readings changed" },
    { hour: at(120), native: 60, ended: true, reason: "readings changed" },
  ]);
});

test("a pulse weight mended in the past asks for its hours by itself", async () => {
  const { registerId, pointId } = await world.createMeter();
  await world.store(
    pointId,
    [0, 60, 120].map((minutes) => [at(minutes), minutes * 8]),
  );
  await compute();
  await world.pool.query(
    `with old as (update register_parameter set known = tstzrange(lower(known), now()) where register_id = $1 returning *)
     insert into register_parameter (organisation_id, register_id, wraps_at, unit_per_count, max_per_hour)
     select organisation_id, register_id, wraps_at, 0.25, max_per_hour from old`,
    [registerId],
  );
  await world.work(...kinds);
  expect((await world.hoursOf(registerId)).map(({ native }) => native)).toEqual([120, 120]);
});

test("hours whose readings were dropped stay as they are", async () => {
  const { registerId, pointId } = await world.createMeter();
  await world.store(
    pointId,
    [0, 60, 120].map((minutes) => [at(minutes), minutes * 8]),
  );
  await compute();
  const before = await world.hoursOf(registerId);
  await world.pool.query("select drop_chunks('reading', older_than => timestamptz '2026-06-01')");
  await world.pool.query("select enqueue_recompute(array[$1::bigint], array[tstzrange(null, null)])", [registerId]);
  await world.work(...kinds);
  expect(await world.hoursOf(registerId)).toEqual(before);
  const job = await world.one<{ state: string; message: string }>(
    "select state, message from job where kind = 'recompute' order by id desc limit 1",
  );
  expect(job).toMatchObject({ state: "failed", message: expect.stringContaining("ne sont plus conservés") });
});

test("what every stage has read is pruned, one round later; routine jobs are forgotten", async () => {
  const { pointId } = await world.createMeter();
  await world.store(pointId, [[at(0), 1]]);
  await compute();
  await world.pool.query("insert into job (kind, dedupe_key) values ('climate', 'all')");
  await world.work(climateKind);
  await world.pool.query(
    "update job set created_at = now() - interval '1 hour', finished_at = now() - interval '1 hour' where kind = 'consumption'",
  );
  for (let round = 0; round < 2; round++) {
    await world.pool.query("insert into job (kind, dedupe_key) values ('housekeeping', 'all')");
    await world.work(housekeepingKind({ importFileDays: 90 }));
  }
  expect(await world.one("select count(*) from reading_change")).toEqual({ count: 0 });
  expect(await world.one("select count(*) from job where kind = 'consumption' and state = 'done'")).toEqual({
    count: 0,
  });
});
