import { inTransaction } from "@gtb/database/transaction";
import type { Formula } from "@gtb/domain/energy/formula";
import { formulaLeaves } from "@gtb/domain/energy/formula";
import fc from "fast-check";
import { expect, it } from "vitest";
import { consumptionKind } from "../kinds/consumption.ts";
import { recomputeKind } from "../kinds/recompute.ts";
import { createMeteredWorld } from "../testing/metered-world.ts";
import { computeRanges } from "./compute-windows.ts";

const world = await createMeteredWorld();
const kinds = [consumptionKind(world.metrics), recomputeKind(world.metrics)];
const start = Date.UTC(2026, 2, 27, 23);
const hourMs = 3_600_000;

/** A virtual register of a meter of its own, by this formula from `from` on. */
async function createVirtual(formula: (uuidOf: (registerId: number) => string) => Formula, inputs: readonly number[]) {
  const { rows } = await world.pool.query<{ id: number; uuid: string }>(
    "select id, uuid from register where id = any($1)",
    [inputs],
  );
  const uuidOf = (id: number) => rows.find((row) => row.id === id)!.uuid;
  const expression = formula(uuidOf);
  const { id } = await world.one<{ id: number }>(
    `with m as (insert into meter (organisation_id, building_id, name, energy, counted)
                select organisation_id, id, 'V', 'electricity', false from building returning id, organisation_id)
     insert into register (organisation_id, meter_id, name, quantity, kind, unit)
     select organisation_id, id, 'V', 'active-energy', 'virtual', 'kW.h' from m returning id`,
  );
  const leaves = formulaLeaves(expression).map((leaf) => ("register" in leaf ? leaf.register : ""));
  await world.pool.query(
    `with f as (insert into register_formula (organisation_id, register_id, expression)
                select organisation_id, id, $2 from register where id = $1 returning id, organisation_id)
     insert into formula_input (organisation_id, formula_id, input_register_id)
     select f.organisation_id, f.id, r.id from f join register r on r.uuid = any($3)`,
    [id, expression, leaves],
  );
  return id;
}

const byHour = async (registerId: number) =>
  new Map((await world.hoursOf(registerId)).map((hour) => [hour.hour.getTime(), hour]));

async function daysOf(registerId: number) {
  const { rows } = await world.pool.query<{ day: string; kwh: number | null }>(
    "select day::text, energy_kwh as kwh from consumption_day where register_id = $1 order by day",
    [registerId],
  );
  return rows;
}

async function createFamily() {
  const [parent, first, second] = [await world.createMeter(), await world.createMeter(), await world.createMeter()];
  const ids = [parent, first, second].map(({ registerId }) => registerId);
  const [p, a, b] = ids as [number, number, number];
  const rest = await createVirtual(
    (uuidOf) => ({
      op: "difference",
      from: { register: uuidOf(p) },
      minus: [{ register: uuidOf(a) }, { register: uuidOf(b) }],
    }),
    ids,
  );
  const whole = await createVirtual(
    (uuidOf) => ({
      op: "sum",
      of: [{ register: uuidOf(rest) }, { register: uuidOf(a) }, { register: uuidOf(b) }],
    }),
    [rest, a, b],
  );
  return { meters: [parent, first, second], parentId: p, rest, whole };
}

it("children and remainder are the parent in every hour and day, in whatever order readings come", async () => {
  const counts = fc.array(fc.nat(800), { minLength: 40, maxLength: 40 });
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.tuple(counts, counts, counts), order, async (steps, batches) => {
      const { meters, parentId, rest, whole } = await createFamily();
      const series = steps.map((each) => {
        const index = (n: number) => each.slice(0, n + 1).reduce((sum, step) => sum + step, 0);
        return each.map((_, n) => [new Date(start + n * hourMs), index(n)] as const);
      });
      for (const batch of batches) {
        const half = batch < 3 ? [0, 20] : [20, 40];
        await world.store(meters[batch % 3]!.pointId, series[batch % 3]!.slice(...half));
        await world.workThroughOutbox(...kinds);
      }
      const [parent, sum, remainder] = [await byHour(parentId), await byHour(whole), await byHour(rest)];
      expect(parent.size).toBe(39);
      expect(remainder.size).toBe(39);
      for (const [at, { energyKwh }] of parent) expect(sum.get(at)?.energyKwh).toBeCloseTo(energyKwh!, 6);
      const [parentDays, sumDays] = [await daysOf(parentId), await daysOf(whole)];
      expect(sumDays.map(({ day }) => day)).toEqual(parentDays.map(({ day }) => day));
      for (const [n, { kwh }] of parentDays.entries()) expect(sumDays[n]!.kwh).toBeCloseTo(kwh!, 6);
    }),
    { numRuns: 3 },
  );
});

it("a formula that comes after the readings is computed over all that its inputs know, and again to the same", async () => {
  const { registerId, pointId } = await world.createMeter();
  const readings = Array.from({ length: 30 }, (_, n) => [new Date(start + n * hourMs), 8 * n] as const);
  await world.store(pointId, readings);
  await world.workThroughOutbox(...kinds);
  const virtual = await createVirtual(
    (uuidOf) => ({ op: "share", of: { register: uuidOf(registerId) }, part: 250, whole: 1000 }),
    [registerId],
  );
  await world.work(...kinds);
  const hours = await world.hoursOf(virtual);
  expect(hours).toHaveLength(29);
  expect(hours[0]).toMatchObject({ energyKwh: 0.25, native: 0.25, measured: 1, estimated: 0 });
  await world.pool.query("select enqueue_recompute(array[$1::bigint], array[tstzrange(null, null)])", [virtual]);
  await world.work(...kinds);
  expect(await world.hoursOf(virtual)).toEqual(hours);
  await world.pool.query("update register_formula set known = tstzrange(lower(known), now()) where register_id = $1", [
    virtual,
  ]);
  await world.work(...kinds);
  expect([await world.hoursOf(virtual), await daysOf(virtual)]).toEqual([[], []]);
});

it("two that compute inputs of one virtual register wait for each other, and both count", async () => {
  const { meters, parentId, whole } = await createFamily();
  const readings = Array.from({ length: 20 }, (_, n) => [new Date(start + n * hourMs), 16 * n] as const);
  for (const { pointId } of meters) await world.store(pointId, readings);
  const range = { fromMs: start, toMs: start + 19 * hourMs };
  await Promise.all(
    [...meters, ...meters.toReversed()].map(({ registerId }) =>
      inTransaction(world.asJobs, (connection) =>
        computeRanges(connection, [{ registerId, ...range }], "readings changed"),
      ),
    ),
  );
  const [parent, sum] = [await byHour(parentId), await byHour(whole)];
  expect(parent.size).toBe(19);
  for (const [at, { energyKwh }] of parent) expect(sum.get(at)?.energyKwh).toBeCloseTo(energyKwh!, 6);
});

it("many that compute several inputs and the virtual registers themselves, in any order, never block each other", async () => {
  const { meters, parentId, rest, whole } = await createFamily();
  const ids = [...meters.map(({ registerId }) => registerId), rest, whole];
  const range = { fromMs: start, toMs: start + 9 * hourMs };
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.shuffledSubarray(ids, { minLength: 2 }), { minLength: 4, maxLength: 6 }),
      fc.nat(400),
      async (orders, step) => {
        const readings = Array.from({ length: 10 }, (_, n) => [new Date(start + n * hourMs), step * n] as const);
        for (const { pointId } of meters) await world.store(pointId, readings);
        const all = [...orders, ids, ids.toReversed()];
        await Promise.all(
          all.map((order) =>
            inTransaction(world.asJobs, (connection) =>
              computeRanges(
                connection,
                order.map((registerId) => ({ registerId, ...range })),
                "readings changed",
              ),
            ),
          ),
        );
        const [parent, sum] = [await byHour(parentId), await byHour(whole)];
        expect(parent.size).toBe(9);
        for (const [at, { energyKwh }] of parent) expect(sum.get(at)?.energyKwh).toBeCloseTo(energyKwh!, 6);
      },
    ),
    { numRuns: 6, endOnFailure: true },
  );
});
