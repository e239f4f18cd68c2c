import { decodeUplink } from "@gtb/devices/decode-uplink";
import { findDeviceType } from "@gtb/devices/find-device-type";
import { describe, expect, it } from "vitest";
import { demonstratorBuildings } from "../demonstrator/buildings.ts";
import { faultsBetween } from "../faults.ts";
import { readWeather } from "../model/weather.ts";
import { faultKindsOf } from "../sensors/sensor-reports.ts";
import { simulatedBuilding } from "../simulated-building.ts";
import type { ChirpstackMessage } from "./chirpstack-event.ts";
import { LiveSensor } from "./live-sensor.ts";
import { LiveUplinks } from "./live-uplinks.ts";

const weather = readWeather();
const dayMs = 86_400_000;
const seed = 27;
const fromMs = Date.parse("2025-02-03T00:00:00Z");
const toMs = fromMs + 14 * dayMs;
const buildings = demonstratorBuildings.map((plan) => simulatedBuilding(plan, weather, seed, fromMs));
for (const { series } of buildings) series.advanceTo(toMs);
const sensors = buildings.flatMap(({ plan, sensors: all }) => all.map((reports) => new LiveSensor(reports, plan)));

interface Event {
  readonly time: string;
  readonly fPort: number;
  readonly data: string;
  readonly deviceInfo: { readonly devEui: string };
}

function decode(message: ChirpstackMessage, type: string) {
  const { time, fPort, data } = JSON.parse(message.payload) as Event;
  return decodeUplink(findDeviceType(type)!, { fPort, bytes: Buffer.from(data, "base64"), time: new Date(time) });
}

const ups = (messages: readonly ChirpstackMessage[]) => messages.filter(({ topic }) => topic.endsWith("/event/up"));

describe.each(sensors.map((sensor) => [sensor.reports.plan.key, sensor] as const))("%s", (_, sensor) => {
  it("sends in true bytes what the history says of the same moment, within the type's plausible ranges", () => {
    const { reports } = sensor;
    const type = findDeviceType(reports.plan.type)!;
    let compared = 0;
    for (let timeMs = reports.nextAt(fromMs); timeMs < fromMs + 2 * dayMs; timeMs += 7 * reports.periodMs) {
      const uplink = ups(sensor.messagesAt(timeMs)).at(-1);
      if (uplink === undefined) continue;
      const { measurements, warnings } = decode(uplink, reports.plan.type);
      expect(warnings).toEqual([]);
      const values = reports.valuesAt(timeMs)!;
      for (const [index, name] of reports.measurements.entries()) {
        expect(measurements).toContainEqual({ name, value: values[index], time: new Date(timeMs) });
        expect(values[index]).toBeGreaterThanOrEqual(type.measurements[name]!.min);
        expect(values[index]).toBeLessThanOrEqual(type.measurements[name]!.max);
        compared += 1;
      }
    }
    const silent = faultsBetween(seed, [reports.plan.key], faultKindsOf(reports.plan), fromMs - 7 * dayMs, toMs);
    if (silent.length === 0) expect(compared).toBeGreaterThan(0);
  });
});

it("sends the reports that a burst kept as stored records, each with its own time", () => {
  const burst = sensors
    .filter(({ reports }) => faultKindsOf(reports.plan).includes("late-burst"))
    .flatMap((sensor) =>
      faultsBetween(seed, [sensor.reports.plan.key], ["late-burst"], fromMs, toMs - dayMs).map((fault) => ({
        sensor,
        fault,
      })),
    )[0]!;
  const { sensor, fault } = burst;
  const { reports } = sensor;
  const kept: number[] = [];
  for (let timeMs = reports.nextAt(fault.fromMs); timeMs < fault.toMs; timeMs += reports.periodMs) {
    expect(sensor.messagesAt(timeMs)).toEqual([]);
    kept.push(timeMs);
  }
  const sent = ups(sensor.messagesAt(reports.nextAt(fault.toMs)));
  const times = sent.slice(0, -1).flatMap((message) => decode(message, reports.plan.type).measurements);
  expect(times.filter(({ name }) => name === "temperature").map(({ time }) => time.getTime())).toEqual(kept);
  expect(new Set(sent.map(({ payload }) => JSON.parse(payload).deduplicationId)).size).toBe(sent.length);
});

describe("live uplinks", () => {
  function listen(startMs: number, endMs: number): string[] {
    const heard: string[] = [];
    let nowMs = startMs;
    const live = new LiveUplinks({
      buildings,
      fromMs: startMs,
      now: () => nowMs,
      publish: ({ topic, payload }) => heard.push(`${topic} ${payload}`),
      onError: (error) => expect.unreachable(error.message),
    });
    for (; nowMs < endMs; nowMs += 1000) live.publishDue();
    return heard;
  }

  it("are the same bytes again, spread so that something comes every few seconds", () => {
    const heard = listen(fromMs, fromMs + 1_200_000);
    expect(heard.length).toBeGreaterThan(150);
    expect(listen(fromMs, fromMs + 1_200_000)).toEqual(heard);
    expect(heard.some((line) => line.includes("/event/status"))).toBe(true);
  });

  it("take up after a pause with the registers that they would have had", () => {
    const uninterrupted = listen(fromMs, fromMs + 3_600_000);
    const resumed = listen(fromMs + 2_400_000, fromMs + 3_600_000);
    expect(uninterrupted).toEqual(expect.arrayContaining(resumed));
    expect(resumed.length).toBeGreaterThan(100);
  });
});
