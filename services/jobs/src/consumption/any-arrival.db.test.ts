import fc from "fast-check";
import { expect, test } from "vitest";
import { consumptionKind } from "../kinds/consumption.ts";
import { recomputeKind } from "../kinds/recompute.ts";
import { createMeteredWorld, type MeteredPoint } from "../testing/metered-world.ts";

const world = await createMeteredWorld();
const kinds = [consumptionKind(world.metrics), recomputeKind(world.metrics)];
const [minuteMs, hourMs] = [60_000, 3_600_000];
/** The nights on which the clocks of Europe/Paris change. */
const spring = { startMs: Date.UTC(2026, 2, 27, 23), day: "2026-03-29", dayHours: 23 };
const autumn = { startMs: Date.UTC(2026, 9, 23, 22), day: "2026-10-25", dayHours: 25 };

/** A smaller example of what failed would take minutes of the database, and the test's time be over before. */
const runs = (numRuns: number) => ({ numRuns, endOnFailure: true });

type Reading = readonly [time: Date, value: number];

/** Readings over four days that hold the change, at any minute, by any step; some fall back. */
const readingsFrom = (startMs: number): fc.Arbitrary<Reading[]> =>
  fc
    .uniqueArray(fc.tuple(fc.nat(4 * 24 * 60), fc.integer({ min: -20, max: 900 })), {
      selector: ([minute]) => minute,
      minLength: 3,
      maxLength: 60,
    })
    .map((steps) => {
      let value = 5_000;
      return steps
        .toSorted(([a], [b]) => a - b)
        .map(([minute, step]): Reading => {
          value += step;
          return [new Date(startMs + minute * minuteMs), value];
        });
    });

/** Batches in which readings come late, out of order and more than once; together they are all of them. */
const batchesOf = (readings: readonly Reading[]): fc.Arbitrary<Reading[][]> =>
  fc
    .tuple(
      fc.shuffledSubarray([...readings], { minLength: readings.length }),
      fc.array(fc.subarray([...readings], { maxLength: Math.min(6, readings.length) }), { minLength: 1, maxLength: 4 }),
    )
    .map(([shuffled, repeated]) => {
      const size = Math.ceil(shuffled.length / repeated.length);
      return repeated.map((again, n) => [...again, ...shuffled.slice(n * size, (n + 1) * size)]);
    });

const arrivals = fc
  .constantFrom(spring, autumn)
  .chain((night) => readingsFrom(night.startMs).map((readings) => ({ night, readings })))
  .chain(({ night, readings }) => batchesOf(readings).map((batches) => ({ night, readings, batches })));

async function storeIn({ pointId }: MeteredPoint, batches: readonly (readonly Reading[])[]): Promise<void> {
  for (const batch of batches) {
    const once = new Map(batch.map((reading) => [reading[0].getTime(), reading]));
    await world.store(pointId, [...once.values()]);
    await world.workThroughOutbox(...kinds);
  }
}

interface SumRow {
  readonly day: string;
  readonly kwh: number | null;
  readonly measured: number;
  readonly estimated: number;
  readonly dayHours: number;
}

/** All that is kept of a register, without since when. */
async function everythingOf({ registerId }: MeteredPoint) {
  const hours = (await world.hoursOf(registerId)).map(({ knownSince: _, ...hour }) => hour);
  const days = await world.pool.query<SumRow>(
    `select day::text, energy_kwh as kwh, measured_hours as measured, estimated_hours as estimated, day_hours as "dayHours"
       from consumption_day where register_id = $1 order by day`,
    [registerId],
  );
  const months = await world.pool.query(
    "select month::text, energy_kwh, measured_hours, estimated_hours, month_hours from consumption_month where register_id = $1 order by month",
    [registerId],
  );
  const reasons = await world.pool.query("select hour, reasons from consumption where register_id = $1 order by hour", [
    registerId,
  ]);
  const breaks = await world.pool.query(
    "select from_time, from_value, to_time, to_value from register_break where register_id = $1 order by to_time",
    [registerId],
  );
  return { hours, days: days.rows, months: months.rows, reasons: reasons.rows, breaks: breaks.rows };
}

test("however late, twice or out of order readings come, all is as computed from nothing", async () => {
  await fc.assert(
    fc.asyncProperty(arrivals, async ({ readings, batches }) => {
      const [piecemeal, atOnce] = [await world.createMeter(), await world.createMeter()];
      await storeIn(piecemeal, batches);
      await storeIn(atOnce, [readings]);
      expect(await everythingOf(piecemeal)).toEqual(await everythingOf(atOnce));
    }),
    runs(20),
  );
});

test("days of 23 and 25 hours hold their hours' energy, and all days what the index moved", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(spring, autumn),
      fc.array(fc.nat(400), { minLength: 97, maxLength: 97 }),
      async ({ startMs, day, dayHours }, steps) => {
        const meter = await world.createMeter();
        const index = (n: number) => steps.slice(0, n).reduce((sum, step) => sum + step, 0);
        await storeIn(meter, [steps.map((_, n) => [new Date(startMs + n * hourMs), index(n)] as const)]);
        const { hours, days } = await everythingOf(meter);
        expect(days.find((one) => one.day === day)).toMatchObject({ dayHours, measured: dayHours, estimated: 0 });
        for (const { day: local, kwh } of days) {
          const own = hours.filter(({ hour }) => localDay(hour) === local);
          expect(kwh).toBeCloseTo(
            own.reduce((sum, { energyKwh }) => sum + (energyKwh ?? 0), 0),
            6,
          );
        }
        expect(days.reduce((sum, { kwh }) => sum + (kwh ?? 0), 0)).toBeCloseTo(index(96) / 8, 6);
      },
    ),
    runs(8),
  );
});

test("a corrected value touches no hour outside those between the readings beside it", async () => {
  await fc.assert(
    fc.asyncProperty(
      readingsFrom(spring.startMs),
      fc.nat(),
      fc.integer({ min: -400, max: 400 }),
      async (all, n, by) => {
        const meter = await world.createMeter();
        await storeIn(meter, [all]);
        const before = await world.hoursOf(meter.registerId);
        const place = n % all.length;
        const [time, value] = all[place]!;
        await world.store(meter.pointId, [[time, value + by]], "correction");
        await world.workThroughOutbox(...kinds);
        const [from, to] = [all[place - 1] ?? all[place]!, all[place + 1] ?? all[place]!].map(([at]) => at.getTime());
        const isOutside = ({ hour }: { hour: Date }) => hour.getTime() + hourMs <= from! || hour.getTime() >= to!;
        const after = await world.hoursOf(meter.registerId);
        expect(after.filter(isOutside)).toEqual(before.filter(isOutside));
      },
    ),
    runs(20),
  );
});

const dayFormat = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" });
const localDay = (hour: Date): string => dayFormat.format(hour);
