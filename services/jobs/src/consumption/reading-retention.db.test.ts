import { beforeEach, expect, test } from "vitest";
import { consumptionKind } from "../kinds/consumption.ts";
import { fillKind } from "../kinds/fill.ts";
import { housekeepingKind } from "../kinds/housekeeping.ts";
import { recomputeKind } from "../kinds/recompute.ts";
import { createMeteredWorld, type MeteredPoint } from "../testing/metered-world.ts";

const world = await createMeteredWorld();
const readingDays = 1000;
const kinds = [consumptionKind(world.metrics), recomputeKind(world.metrics), fillKind];
const housekeeping = housekeepingKind({ importFileDays: 90, readingDays });
const hourMs = 3_600_000;
/** Some 100 days long, the middle at the age at which readings are dropped. */
const start = Math.floor((Date.now() - (readingDays + 50) * 24 * hourMs) / hourMs) * hourMs;
const at = (hours: number) => new Date(start + hours * hourMs);
const all = 100 * 24;
let meter: MeteredPoint;
let before: Awaited<ReturnType<typeof world.hoursOf>>;

beforeEach(async () => {
  await world.pool.query("delete from reading_floor");
  meter = await world.createMeter();
  await world.store(
    meter.pointId,
    Array.from({ length: all + 1 }, (_, n) => [at(n), 8 * n] as const),
  );
  await world.workThroughOutbox(...kinds);
  before = await world.hoursOf(meter.registerId);
  await world.pool.query("insert into job (kind, dedupe_key) values ('housekeeping', 'all')");
  await world.work(housekeeping);
});

const hours = () => world.hoursOf(meter.registerId);
const kept = () =>
  world.one<{ count: number; first: Date }>(
    `select count(*)::int as count, min(time) as first from reading where point_id = ${meter.pointId}`,
  );
const lastJob = (kind: string) =>
  world.one<{ state: string; message: string }>(
    `select state, message from job where kind = '${kind}' order by id desc limit 1`,
  );

test("old readings are dropped in whole chunks, never younger ones; their hours stay", async () => {
  const { count, first } = await kept();
  expect(count).toBeLessThan(all);
  expect(first.getTime()).toBeLessThanOrEqual(Date.now() - readingDays * 24 * hourMs);
  expect(await hours()).toEqual(before);
  await expect(world.asJobs.query("select drop_readings_before(now())")).rejects.toThrow("two years");
});

test("a late reading among those that were dropped changes no hour, neither then nor when all is computed again", async () => {
  await world.store(meter.pointId, [[at(12), 8 * 12]]);
  await world.workThroughOutbox(...kinds);
  expect(await hours()).toEqual(before);
  await world.pool.query("select enqueue_recompute(array[$1::bigint], array[tstzrange(null, null)])", [
    meter.registerId,
  ]);
  await world.work(...kinds);
  expect(await hours()).toEqual(before);
  expect(await lastJob("recompute")).toMatchObject({
    state: "done",
    message: expect.stringContaining("plus conservés"),
  });
});

test("what is kept is computed on: a late reading there counts", async () => {
  await world.store(meter.pointId, [[at(all + 1), 8 * (all + 3)]]);
  await world.workThroughOutbox(...kinds);
  expect((await hours()).at(-1)?.native).toBe(3);
  expect((await hours()).slice(0, -1)).toEqual(before);
});

test("a fill over hours whose readings are gone is refused and leaves them", async () => {
  await world.pool.query(
    `insert into consumption_fill_request (organisation_id, register_id, from_time, to_time, method, reason)
     select organisation_id, id, $2, $3, 'same-hours', 'rapport' from register where id = $1`,
    [meter.registerId, at(10), at(20)],
  );
  await world.work(...kinds);
  expect(await lastJob("fill")).toMatchObject({ state: "failed", message: expect.stringContaining("plus conservée") });
  expect(await hours()).toEqual(before);
  expect(await world.one("select count(*)::int from consumption_fill")).toEqual({ count: 0 });
});
