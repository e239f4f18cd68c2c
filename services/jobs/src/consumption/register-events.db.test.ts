import { beforeEach, describe, expect, it } from "vitest";
import { consumptionKind } from "../kinds/consumption.ts";
import { recomputeKind } from "../kinds/recompute.ts";
import { createMeteredWorld, type MeteredPoint } from "../testing/metered-world.ts";

const world = await createMeteredWorld();
const kinds = [consumptionKind(world.metrics), recomputeKind(world.metrics)];
const start = Date.UTC(2026, 5, 1);
const hour = (hours: number) => new Date(start + hours * 3_600_000);
let meter: MeteredPoint;

beforeEach(async () => {
  meter = await world.createMeter();
});

/** 8 counts an hour are 1 kWh; at hour 10 the count falls from 1,080 to 16. */
async function storeFall(): Promise<void> {
  const values = Array.from({ length: 21 }, (_, n) => [hour(n), n < 10 ? 1000 + 8 * n : 16 + 8 * (n - 10)] as const);
  await world.store(meter.pointId, values);
  await world.workThroughOutbox(...kinds);
}

async function tell(at: number, lastValue: number | null, firstValue: number | null, kind = "exchange"): Promise<void> {
  await world.pool.query(
    `insert into register_event (organisation_id, register_id, at, kind, last_value, first_value)
     select organisation_id, id, $2, $3, $4, $5 from register where id = $1`,
    [meter.registerId, hour(at), kind, lastValue, firstValue],
  );
  await world.work(...kinds);
}

const kwhOf = async () => (await world.hoursOf(meter.registerId)).map(({ energyKwh }) => energyKwh);
async function breaksOf(): Promise<{ uuid: string; fromValue: number; toValue: number }[]> {
  const { rows } = await world.pool.query<{ uuid: string; fromValue: number; toValue: number }>(
    `select uuid, from_value as "fromValue", to_value as "toValue" from register_break where register_id = $1`,
    [meter.registerId],
  );
  return rows;
}

describe("a count that falls", () => {
  it("is a break that asks for an explanation, found once", async () => {
    await storeFall();
    const [found, ...others] = await breaksOf();
    expect([found?.fromValue, found?.toValue, others]).toEqual([1072, 16, []]);
    expect((await kwhOf())[9]).toBe(null);
    await world.store(meter.pointId, [[hour(9.5), 1076]]);
    await world.workThroughOutbox(...kinds);
    expect(await breaksOf()).toMatchObject([{ uuid: found?.uuid, fromValue: 1076, toValue: 16 }]);
  });

  it("is explained by an exchange: its energy is there, the other hours are untouched, the break is gone", async () => {
    await storeFall();
    const before = await world.hoursOf(meter.registerId);
    await tell(9.5, 1076, 12);
    const after = await world.hoursOf(meter.registerId);
    expect(after.map(({ energyKwh }) => energyKwh)).toEqual(after.map(() => 1));
    expect(after.filter((_, n) => n !== 9)).toEqual(before.filter((_, n) => n !== 9));
    expect(await breaksOf()).toEqual([]);
  });

  it("is missing again where the exchange is taken back", async () => {
    await storeFall();
    const before = await world.hoursOf(meter.registerId);
    await tell(9.5, 1076, 12);
    await world.pool.query("update register_event set known = tstzrange(lower(known), now()) where register_id = $1", [
      meter.registerId,
    ]);
    await world.work(...kinds);
    const withoutKnown = (hours: typeof before) => hours.map(({ knownSince: _, ...rest }) => rest);
    expect(withoutKnown(await world.hoursOf(meter.registerId))).toEqual(withoutKnown(before));
    expect(await breaksOf()).toHaveLength(1);
  });

  it("is no break once its wrong value is void", async () => {
    await storeFall();
    const values = Array.from({ length: 11 }, (_, n) => [hour(n + 10), 1080 + 8 * n] as const);
    await world.store(meter.pointId, values, "correction");
    await world.workThroughOutbox(...kinds);
    expect(await kwhOf()).toEqual(Array.from({ length: 20 }, () => 1));
    expect(await breaksOf()).toEqual([]);
  });
});

describe("indexes written down beside the readings", () => {
  it("count before the first and after the last, and follow a reading that comes late", async () => {
    await world.store(meter.pointId, [
      [hour(4), 132],
      [hour(5), 140],
    ]);
    await world.workThroughOutbox(...kinds);
    await tell(2, null, 116);
    await tell(7, 156, 0);
    expect(await kwhOf()).toEqual([1, 1, 1, 1, 1]);
    await world.store(meter.pointId, [[hour(3), 132]]);
    await world.store(meter.pointId, [[hour(6), 140]]);
    await world.workThroughOutbox(...kinds);
    expect(await kwhOf()).toEqual([2, 0, 1, 0, 2]);
  });
});
