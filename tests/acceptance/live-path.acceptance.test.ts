import { afterAll, beforeAll, beforeEach, expect, inject, it } from "vitest";
import type { ConsumptionAnswer, Named } from "./clients/answers.ts";
import { Api } from "./clients/api.ts";
import { LiveStream } from "./clients/live-stream.ts";
import { Publisher } from "./clients/publisher.ts";
import { createBuilding } from "./fixtures/building.ts";
import { kwhPerPulse, PulseMeter } from "./fixtures/pulse-meter.ts";

const platform = inject("platform");
const api = new Api(platform);
const soon = { timeout: 60_000, interval: 250 };
const hourMs = 3_600_000;
let publisher: Publisher;
let building: Named;
let meter: PulseMeter;

beforeAll(async () => {
  publisher = await Publisher.connect(platform.mqtt);
});

beforeEach(async () => {
  building = await createBuilding(api, "École de la Madeleine");
  meter = await PulseMeter.install(api, building.id);
});

afterAll(() => publisher.close());

/** Sends readings of the meter, an hour apart, each as the pulses of the hour before it. */
async function sendHours(from: string, pulsesOfHours: readonly number[], first = 1_000): Promise<void> {
  let index = first;
  const counts = [index, ...pulsesOfHours.map((pulses) => (index += pulses))];
  await publisher.sendEvents(
    counts.map((count, hour) => meter.reads(new Date(Date.parse(from) + hour * hourMs), count % 2 ** 32)),
  );
}

interface Bucket {
  readonly kwh: number | null;
  readonly measured: number;
  readonly estimated: number;
  readonly missing: number;
}

/** The building's electricity by local bucket, keyed by its local start. */
async function consumption(by: "hour" | "day", from: string, to: string): Promise<Record<string, Bucket>> {
  const answer = await api.get<ConsumptionAnswer>(`/buildings/${building.id}/consumption`, { by, from, to });
  const [series] = answer.series;
  return Object.fromEntries(
    answer.localStarts.map((start, index) => [
      start,
      {
        kwh: series?.energyKwh[index] ?? null,
        measured: series?.measuredShare[index] ?? 0,
        estimated: series?.estimatedShare[index] ?? 0,
        missing: series?.missingShare[index] ?? 1,
      },
    ]),
  );
}

const kwhOf = (buckets: Record<string, Bucket>) => Object.values(buckets).map(({ kwh }) => kwh);
const sum = (values: readonly (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);

it("an index read each hour becomes each hour's kWh, and the day's", async () => {
  await sendHours("2026-11-10T06:00:00Z", [80, 160, 240, 0, 8]);
  const hours = () => consumption("hour", "2026-11-10T05:00:00Z", "2026-11-10T12:00:00Z");
  await expect.poll(async () => kwhOf(await hours()), soon).toEqual([null, 10, 20, 30, 0, 1, null]);
  expect((await hours())["2026-11-10T07:00:00+01:00"]).toEqual({ kwh: 10, measured: 1, estimated: 0, missing: 0 });
  expect((await hours())["2026-11-10T12:00:00+01:00"]).toEqual({ kwh: null, measured: 0, estimated: 0, missing: 1 });
  const days = await consumption("day", "2026-11-09T23:00:00Z", "2026-11-10T23:00:00Z");
  expect(Object.keys(days)).toEqual(["2026-11-10T00:00:00+01:00"]);
  const [day] = Object.values(days);
  expect(day?.kwh).toBe(61);
  expect(day?.measured).toBeCloseTo(5 / 24, 6);
  expect(day?.missing).toBeCloseTo(19 / 24, 6);
});

it("a gap's energy is known and its shape is not; a late reading mends its own hours only", async () => {
  const from = "2026-11-11T06:00:00Z";
  const at = (hour: number) => new Date(Date.parse(from) + hour * hourMs);
  await sendHours(from, [80, 80, 80, 80]);
  await publisher.sendEvents([meter.reads(at(7), 3_720), meter.reads(at(8), 3_800)]);
  const hours = () => consumption("hour", from, at(8).toISOString());
  await expect
    .poll(async () => kwhOf(await hours()).map((kwh) => kwh?.toFixed(6)), soon)
    .toEqual([10, 10, 10, 10, 100, 100, 100, 10].map((kwh) => kwh.toFixed(6)));
  const before = await hours();
  expect(Object.values(before).map(({ estimated }) => Math.round(estimated))).toEqual([0, 0, 0, 0, 1, 1, 1, 0]);

  await publisher.sendEvents([meter.reads(at(5), 1_320 + 320)]);
  await expect
    .poll(async () => kwhOf(await hours()).map((kwh) => kwh?.toFixed(6)), soon)
    .toEqual([10, 10, 10, 10, 40, 130, 130, 10].map((kwh) => kwh.toFixed(6)));
  const after = await hours();
  const untouched = Object.keys(before).filter((_, index) => index < 4 || index === 7);
  for (const start of untouched) expect(after[start]).toEqual(before[start]);
  expect(sum(kwhOf(after))).toBeCloseTo(2_800 * kwhPerPulse, 9);
});

it("the day when clocks go back has 25 hours, and its kWh are theirs", async () => {
  const pulses = Array.from({ length: 25 }, (_, hour) => 8 * (hour + 1));
  await sendHours("2026-10-24T22:00:00Z", pulses);
  const day = () => consumption("day", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z");
  await expect
    .poll(async () => kwhOf(await day()), soon)
    .toEqual([pulses.reduce((total, count) => total + count, 0) * kwhPerPulse]);
  expect((await day())["2026-10-25T00:00:00+02:00"]).toMatchObject({ measured: 1, missing: 0 });
  const hours = await consumption("hour", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z");
  expect(Object.keys(hours)).toHaveLength(25);
  expect(Object.keys(hours).slice(2, 5)).toEqual([
    "2026-10-25T02:00:00+02:00",
    "2026-10-25T02:00:00+01:00",
    "2026-10-25T03:00:00+01:00",
  ]);
  expect(kwhOf(hours)).toEqual(pulses.map((count) => count * kwhPerPulse));
});

it("a counter that rolls over goes on counting", async () => {
  await sendHours("2026-11-12T06:00:00Z", [80, 80, 80], 2 ** 32 - 120);
  await expect
    .poll(async () => kwhOf(await consumption("hour", "2026-11-12T06:00:00Z", "2026-11-12T09:00:00Z")), soon)
    .toEqual([10, 10, 10]);
});

it("who looks at the building hears the new reading and the new kWh", async () => {
  const hour = new Date(Math.floor(Date.now() / hourMs) * hourMs);
  const hourBefore = new Date(hour.getTime() - hourMs);
  const live = await LiveStream.open(platform, building.id);
  try {
    await publisher.sendEvents([meter.reads(hourBefore, 500), meter.reads(hour, 516)]);
    const heard = (event: string) => live.heard.filter((message) => message.event === event).map(({ data }) => data);
    await expect
      .poll(() => heard("readings"), soon)
      .toContainEqual({
        building: building.id,
        readings: expect.arrayContaining([{ point: meter.point, time: hour.toISOString(), value: 516 }]),
      });
    await expect
      .poll(() => heard("consumption"), soon)
      .toContainEqual({
        building: building.id,
        hours: expect.arrayContaining([
          expect.objectContaining({
            meter: meter.meter,
            energy: "electricity",
            hour: hourBefore.toISOString(),
            energyKwh: 2,
            missingShare: 0,
          }),
        ]),
      });
  } finally {
    live.close();
  }
});
