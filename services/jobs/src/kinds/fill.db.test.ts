import { beforeEach, expect, it } from "vitest";
import { createMeteredWorld, type MeteredPoint } from "../testing/metered-world.ts";
import { consumptionKind } from "./consumption.ts";
import { fillKind } from "./fill.ts";
import { recomputeKind } from "./recompute.ts";

const world = await createMeteredWorld();
const kinds = [consumptionKind(world.metrics), recomputeKind(world.metrics), fillKind];
const start = Date.UTC(2026, 0, 5);
const hour = (hours: number) => new Date(start + hours * 3_600_000);
let meter: MeteredPoint;

beforeEach(async () => {
  meter = await world.createMeter();
  // Four weeks of 1 kWh an hour, then nothing more.
  await world.store(
    meter.pointId,
    Array.from({ length: 673 }, (_, n) => [hour(n), 8 * n] as const),
  );
  await world.workThroughOutbox(...kinds);
});

async function ask(from: number, to: number): Promise<string> {
  const { uuid } = await world.one<{ uuid: string }>(
    `insert into consumption_fill_request (organisation_id, register_id, from_time, to_time, method, reason)
     select organisation_id, id, '${hour(from).toISOString()}', '${hour(to).toISOString()}', 'same-hours', 'rapport' from register where id = ${meter.registerId}
     returning uuid`,
  );
  await world.work(...kinds);
  return uuid;
}
const after = async (from: number) => (await world.hoursOf(meter.registerId)).filter((one) => one.hour >= hour(from));
const messageOf = async (uuid: string) =>
  (
    await world.one<{ message: string }>(
      `select message from job where kind = 'fill' and dedupe_key = '${uuid}' order by id desc limit 1`,
    )
  ).message;

it("fills what is missing at the end, marked, also in days and months, and computing again keeps it", async () => {
  const request = await ask(600, 696);
  expect(await messageOf(request)).toBe("24 heure(s) complétée(s)");
  const filled = await after(672);
  expect(filled).toHaveLength(24);
  expect(filled.every(({ energyKwh, estimated, missing }) => energyKwh === 1 && estimated === 1 && missing === 0)).toBe(
    true,
  );
  expect((await after(600)).slice(0, 72).every(({ measured }) => measured === 1)).toBe(true);
  const day =
    "select energy_kwh as kwh, estimated_hours::int as estimated, reasons::int from consumption_day where day = '2026-02-02' and register_id = ";
  expect(await world.one(`${day}${meter.registerId}`)).toEqual({ kwh: 24, estimated: 23, reasons: 4 | 64 });
  const before = await world.hoursOf(meter.registerId);
  await world.pool.query("delete from consumption where register_id = $1", [meter.registerId]);
  await world.pool.query("select enqueue_recompute(array[$1::bigint], array[tstzrange(null, null)])", [
    meter.registerId,
  ]);
  await world.work(...kinds);
  const values = (hours: typeof before) => hours.map(({ knownSince: _, ...rest }) => rest);
  expect(values(await world.hoursOf(meter.registerId))).toEqual(values(before));
});

it("gives way to the truth, hour by hour, as it arrives", async () => {
  await ask(672, 696);
  await world.store(meter.pointId, [[hour(680), 8 * 672 + 8 * 40]]);
  await world.workThroughOutbox(...kinds);
  const hours = await after(672);
  expect(hours.slice(0, 8).map(({ energyKwh }) => energyKwh)).toEqual(Array.from({ length: 8 }, () => 5));
  expect(hours.slice(8).map(({ energyKwh, estimated }) => [energyKwh, estimated])).toEqual(
    Array.from({ length: 16 }, () => [1, 1]),
  );
});

it("is taken back: the hours are missing again, the days too", async () => {
  const request = await ask(672, 696);
  await world.pool.query("update consumption_fill_request set withdrawn_at = now() where uuid = $1", [request]);
  await world.work(...kinds);
  expect(await after(672)).toEqual([]);
  expect(
    await world.one(`select max(day)::text as last from consumption_day where register_id = ${meter.registerId}`),
  ).toEqual({ last: "2026-02-02" });
});

it("says what it could not fill", async () => {
  await world.pool.query("delete from consumption where register_id = $1 and hour < $2", [meter.registerId, hour(568)]);
  // Of working days three are left of each hour from 17 to 1 local time, and only two of the others.
  expect(await messageOf(await ask(672, 720))).toBe(
    "16 heure(s) complétée(s), 32 sans heures mesurées semblables dans les 8 semaines autour",
  );
});
