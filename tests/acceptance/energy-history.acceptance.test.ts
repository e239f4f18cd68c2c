import { afterAll, beforeAll, beforeEach, expect, inject, it } from "vitest";
import type { ConsumptionAnswer, Named } from "./clients/answers.ts";
import { Api } from "./clients/api.ts";
import { Publisher } from "./clients/publisher.ts";
import { createBuilding } from "./fixtures/building.ts";
import { PulseMeter } from "./fixtures/pulse-meter.ts";

const platform = inject("platform");
const api = new Api(platform);
const soon = { timeout: 60_000, interval: 250 };
const hourMs = 3_600_000;
const begin = Date.parse("2026-11-10T06:00:00Z");
let publisher: Publisher;
let building: Named;
let meter: PulseMeter;

beforeAll(async () => {
  publisher = await Publisher.connect(platform.mqtt);
});

beforeEach(async () => {
  building = await createBuilding(api, "Gymnase du Parc");
  meter = await PulseMeter.install(api, building.id);
});

afterAll(() => publisher.close());

/** Sends the meter's counts, an hour apart. */
function sendCounts(counts: readonly number[]): Promise<void> {
  return publisher.sendEvents(counts.map((count, hour) => meter.reads(new Date(begin + hour * hourMs), count)));
}

/** kWh of each hour of the morning, or of its day; as known at an instant, where one is given. */
async function kwhBy(by: "hour" | "day", asOf?: string): Promise<readonly (number | null)[]> {
  const [from, to] =
    by === "hour"
      ? [begin, begin + 5 * hourMs]
      : [Date.parse("2026-11-09T23:00:00Z"), Date.parse("2026-11-10T23:00:00Z")];
  const range = { by, from: new Date(from).toISOString(), to: new Date(to).toISOString() };
  const [view, query] = asOf === undefined ? ["consumption", range] : ["analysis", { ...range, asOf }];
  const { series } = await api.get<ConsumptionAnswer>(`/buildings/${building.id}/${view}`, query);
  return series[0]?.energyKwh ?? [];
}

async function registerOf(): Promise<string> {
  const { registers } = await api.get<{ registers: readonly Named[] }>(`/meters/${meter.meter}`);
  const [register] = registers;
  if (register === undefined) throw new Error("the meter has no register");
  return register.id;
}

it("an exchange that is recorded with both indexes loses no kWh, and explains the fall", async () => {
  await sendCounts([4_000, 4_080, 4_160, 80, 160, 240]);
  await expect.poll(() => kwhBy("hour"), soon).toEqual([10, 10, null, 10, 10]);
  const register = await registerOf();
  const breaks = () =>
    api.get<{ items: readonly { fromValue: number; toValue: number }[] }>(`/registers/${register}/breaks`);
  await expect.poll(async () => (await breaks()).items, soon).toMatchObject([{ fromValue: 4_160, toValue: 80 }]);

  const at = new Date(begin + 2.5 * hourMs).toISOString();
  await api.post(`/registers/${register}/events`, {
    kind: "exchange",
    at,
    lastValue: 4_200,
    firstValue: 48,
    serialNumber: "B-2",
  });
  // 40 pulses on the old meter, 32 on the new one: 72 × 0.125 kWh.
  await expect.poll(() => kwhBy("hour"), soon).toEqual([10, 10, 9, 10, 10]);
  expect((await breaks()).items).toEqual([]);
  expect(await kwhBy("day")).toEqual([49]);
  expect(await api.get(`/meters/${meter.meter}`)).toMatchObject({ serialNumber: "B-2" });
});

it("a correction changes the day; as known before, the day is what it was", async () => {
  await sendCounts([1_000, 1_080, 1_160, 1_240, 1_320, 1_400]);
  await expect.poll(() => kwhBy("day"), soon).toEqual([50]);
  const before = new Date().toISOString();
  const time = new Date(begin + 5 * hourMs).toISOString();
  await api.post(`/points/${meter.point}/corrections`, { kind: "set", time, value: 1_480, reason: "index mal lu" });
  await expect.poll(() => kwhBy("day"), soon).toEqual([60]);
  expect(await kwhBy("hour")).toEqual([10, 10, 10, 10, 20]);
  expect(await kwhBy("day", before)).toEqual([50]);
  expect(await kwhBy("hour", before)).toEqual([10, 10, 10, 10, 10]);

  await api.post(`/points/${meter.point}/corrections`, {
    kind: "restore",
    from: time,
    to: time,
    reason: "le relevé était juste",
  });
  await expect.poll(() => kwhBy("day"), soon).toEqual([50]);
  const { items } = await api.get<{ items: readonly { kind: string; reason: string; readingCount: number }[] }>(
    `/points/${meter.point}/corrections`,
  );
  expect(items).toMatchObject([
    { kind: "restore", readingCount: 1 },
    { kind: "set", reason: "index mal lu", readingCount: 1 },
  ]);
});
