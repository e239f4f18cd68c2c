import fc from "fast-check";
import { beforeEach, expect, it } from "vitest";
import { consumptionKind } from "../kinds/consumption.ts";
import { recomputeKind } from "../kinds/recompute.ts";
import { createMeteredWorld, type MeteredPoint } from "../testing/metered-world.ts";

const world = await createMeteredWorld();
const kinds = [consumptionKind(world.metrics), recomputeKind(world.metrics)];
let meter: MeteredPoint;

beforeEach(async () => {
  meter = await world.createMeter();
});

interface Sums {
  readonly start: string;
  readonly native: number | null;
  readonly kwh: number | null;
  readonly measured: number;
  readonly estimated: number;
  readonly hours: number;
  readonly reasons: number;
}

async function stored(step: "day" | "month"): Promise<Sums[]> {
  const { rows } = await world.pool.query<Sums>(
    `select ${step}::text as start, native, energy_kwh as kwh, measured_hours::float8 as measured, estimated_hours::float8 as estimated,
            ${step}_hours::float8 as hours, reasons from consumption_${step} where register_id = $1 order by ${step}`,
    [meter.registerId],
  );
  return rows;
}

/** The same from the hours, another way. */
async function expected(step: "day" | "month", zone = "Europe/Paris"): Promise<Sums[]> {
  const { rows } = await world.pool.query<Sums>(
    `select date_trunc('${step}', hour at time zone $2)::date::text as start, sum(native) as native, sum(energy_kwh) as kwh,
            sum(measured_share)::float8 as measured, sum(estimated_share)::float8 as estimated,
            extract(epoch from ((date_trunc('${step}', hour at time zone $2) + interval '1 ${step}') at time zone $2)
                              - (date_trunc('${step}', hour at time zone $2) at time zone $2))::float8 / 3600 as hours,
            bit_or(reasons) as reasons
       from consumption where register_id = $1 group by date_trunc('${step}', hour at time zone $2) order by 1`,
    [meter.registerId, zone],
  );
  return rows;
}

function near(sums: readonly Sums[]): unknown[] {
  return sums.map(({ native, kwh, measured, estimated, ...rest }) => ({
    ...rest,
    ...Object.fromEntries(
      Object.entries({ native, kwh, measured, estimated }).map(([name, value]) => [
        name,
        value === null ? null : Math.round(value * 1e3),
      ]),
    ),
  }));
}

async function agree(zone?: string): Promise<void> {
  for (const step of ["day", "month"] as const)
    expect(near(await stored(step))).toEqual(near(await expected(step, zone)));
}

const at = (text: string) => new Date(text);

it("days of 23 and 25 hours have the hours that they have", async () => {
  const hourly = Array.from(
    { length: 24 * 8 },
    (_, n) => [new Date(Date.UTC(2026, 2, 26) + n * 3_600_000), 8 * n] as const,
  );
  await world.store(meter.pointId, hourly);
  await world.store(meter.pointId, [
    [at("2026-10-24T00:00:00Z"), 9_600],
    [at("2026-10-26T12:00:00Z"), 10_000],
  ]);
  await world.workThroughOutbox(...kinds);
  const days = new Map((await stored("day")).map((day) => [day.start, day]));
  expect(days.get("2026-03-29")).toMatchObject({ hours: 23, measured: 23, kwh: 23, reasons: 0 });
  expect(days.get("2026-10-25")).toMatchObject({ hours: 25, estimated: 25, reasons: 1 });
  await agree();
});

it("is what the hours add up to, whatever comes, in any order, and after recomputing", async () => {
  const batch = fc.array(fc.tuple(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 50_000 })), {
    minLength: 1,
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 4 }), async (batches) => {
      meter = await world.createMeter();
      for (const readings of batches) {
        const byTime = new Map(readings.map(([hours, value]) => [Date.UTC(2026, 0, 1) + hours * 1_800_000, value]));
        await world.store(
          meter.pointId,
          [...byTime].map(([timeMs, value]) => [new Date(timeMs), value] as const),
          "correction",
        );
        await world.workThroughOutbox(...kinds);
        await agree();
      }
      const before = [await stored("day"), await stored("month")];
      await world.pool.query("delete from consumption_day; delete from consumption_month");
      await world.pool.query("select enqueue_recompute(array[$1::bigint], array[tstzrange(null, null)])", [
        meter.registerId,
      ]);
      await world.work(...kinds);
      expect([await stored("day"), await stored("month")]).toEqual(before);
    }),
    { numRuns: 6 },
  );
});

it("loses the days whose hours are gone, and follows the building's time zone", async () => {
  await world.store(meter.pointId, [
    [at("2026-01-10T10:00:00Z"), 0],
    [at("2026-01-12T10:00:00Z"), 480],
  ]);
  await world.workThroughOutbox(...kinds);
  expect((await stored("day")).map(({ start }) => start)).toEqual(["2026-01-10", "2026-01-11", "2026-01-12"]);
  await world.pool.query("update building set time_zone = 'Pacific/Auckland'");
  await world.work(...kinds);
  await agree("Pacific/Auckland");
  await world.pool.query("update building set time_zone = 'Europe/Paris'");
  await world.pool.query(
    "update register_point set valid = tstzrange('-infinity', '2026-01-11') where register_id = $1",
    [meter.registerId],
  );
  await world.work(...kinds);
  expect([await stored("day"), await stored("month")]).toEqual([[], []]);
});

it("a day of which an hour has no kWh has none: the others would look like the whole", async () => {
  await world.pool.query("update meter set energy = 'gas' where id = (select meter_id from register where id = $1)", [
    meter.registerId,
  ]);
  await world.pool.query("update register set unit = 'm3', quantity = 'volume' where id = $1", [meter.registerId]);
  await world.pool.query(
    `with m as (select m.* from meter m join register r on r.meter_id = m.id where r.id = $1),
          d as (insert into delivery_point (organisation_id, building_id, energy, number) select organisation_id, building_id, 'gas', id::text from m returning id, organisation_id),
          u as (update meter set delivery_point_id = d.id from d where meter.id = (select id from m))
     insert into gas_coefficient (organisation_id, delivery_point_id, kwh_pcs_per_m3, source, valid)
     select organisation_id, id, 11, 'test', '[2026-01-01,2026-01-11 12:00Z)' from d`,
    [meter.registerId],
  );
  const hourly = Array.from(
    { length: 49 },
    (_, n) => [new Date(Date.UTC(2026, 0, 9, 23) + n * 3_600_000), 8 * n] as const,
  );
  await world.store(meter.pointId, hourly);
  await world.workThroughOutbox(...kinds);
  expect(await stored("day")).toMatchObject([
    { native: 24, kwh: 264 },
    { native: 24, kwh: null },
  ]);
  expect(await stored("month")).toMatchObject([{ native: 48, kwh: null }]);
});
