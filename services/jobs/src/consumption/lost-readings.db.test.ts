import { beforeEach, expect, it } from "vitest";
import { consumptionKind } from "../kinds/consumption.ts";
import { fillKind } from "../kinds/fill.ts";
import { recomputeKind } from "../kinds/recompute.ts";
import { createMeteredWorld, type MeteredPoint } from "../testing/metered-world.ts";

const world = await createMeteredWorld();
const kinds = [consumptionKind(world.metrics), recomputeKind(world.metrics), fillKind];
const hourMs = 3_600_000;
// A Thursday, when the chunks of seven days begin.
const border = Date.UTC(2026, 2, 5);
const at = (hours: number) => new Date(border + hours * hourMs);
let meter: MeteredPoint;

/** Two days at 1 kWh an hour on either side of the border, read at ten past; the side before it is dropped. */
beforeEach(async () => {
  meter = await world.createMeter();
  await world.store(
    meter.pointId,
    Array.from({ length: 96 }, (_, n) => [at(n - 48 + 1 / 6), 8 * n] as const),
  );
  await world.workThroughOutbox(...kinds);
  await world.pool.query("select drop_chunks('reading', older_than => timestamptz '2026-03-05')");
});

const hours = () => world.hoursOf(meter.registerId);
const jobOf = (kind: string) =>
  world.one<{ state: string; message: string }>(
    "select state, message from job where kind = $1 order by id desc limit 1",
    [kind],
  );

it("keeps the hours before what is left when a reading comes late among them, and computes those after", async () => {
  const before = await hours();
  await world.store(meter.pointId, [
    [at(-10), 8 * 38],
    [at(1.5), 8 * 49.2],
  ]);
  await world.workThroughOutbox(...kinds);
  const after = await hours();
  expect(after.filter(({ hour }) => hour < at(1))).toEqual(before.filter(({ hour }) => hour < at(1)));
  expect(after.find(({ hour }) => hour.getTime() === at(1).getTime())?.native).not.toBeCloseTo(1, 3);
  expect(after).toHaveLength(before.length);
});

it("keeps them when all is computed again after a late reading has made their chunk anew, and says so", async () => {
  await world.store(meter.pointId, [[at(-10), 8 * 38]]);
  await world.workThroughOutbox(...kinds);
  const before = await hours();
  await world.pool.query("select enqueue_recompute(array[$1::bigint], array[tstzrange(null, null)])", [
    meter.registerId,
  ]);
  await world.work(...kinds);
  expect(await hours()).toEqual(before);
  expect((await jobOf("recompute")).message).toContain("restent telles quelles");
});

it("refuses to fill where a good hour would be lost, and changes nothing", async () => {
  const before = await hours();
  await world.pool.query(
    `insert into consumption_fill_request (organisation_id, register_id, from_time, to_time, method, reason)
     select organisation_id, id, $2, $3, 'same-hours', 'rapport' from register where id = $1`,
    [meter.registerId, at(-20), at(-10)],
  );
  await world.work(...kinds);
  expect(await hours()).toEqual(before);
  expect(await jobOf("fill")).toMatchObject({
    state: "failed",
    message: expect.stringContaining("ne sont plus conservés"),
  });
});

it("computes a gap with its late readings although its chunk is younger than the hours around", async () => {
  const { registerId, pointId } = await world.createMeter();
  const monthly = [0, 31, 59, 90].map((days) => [at(24 * (days - 365)), 8_000 * days] as const);
  await world.store(pointId, monthly);
  await world.workThroughOutbox(...kinds);
  const before = await world.hoursOf(registerId);
  await world.store(pointId, [[at(24 * (45 - 365)), 8_000 * 40]]);
  await world.workThroughOutbox(...kinds);
  const changed = (await world.hoursOf(registerId)).filter((hour, n) => hour.native !== before[n]?.native);
  expect(changed).toHaveLength(28 * 24);
});
