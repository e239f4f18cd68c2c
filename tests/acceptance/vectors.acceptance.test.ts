import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { newDevEui, type Uplink, uplink } from "./chirpstack/event.ts";
import { toJson } from "./chirpstack/event-json.ts";
import { toProtobuf } from "./chirpstack/event-protobuf.ts";
import type { DeviceAnswer, DeviceTypeAnswer, Page, RejectionsAnswer } from "./clients/answers.ts";
import { Api } from "./clients/api.ts";
import { messageOf, Publisher } from "./clients/publisher.ts";
import { createBuilding, declareDevice, readingsOf } from "./fixtures/building.ts";
import { Fence } from "./fixtures/fence.ts";
import { seededRandom, shuffled } from "./fixtures/seeded-random.ts";

/** A device type's own example: these files are data, the only thing here that the platform's makers wrote. */
interface Vector {
  readonly fPort: number;
  readonly bytesHex: string;
  readonly time?: string;
  readonly expected: {
    readonly measurements?: readonly {
      readonly name: string;
      readonly value: number;
      readonly time?: string;
      readonly implausible?: true;
    }[];
    readonly error?: true;
  };
}

interface TestedDevice {
  readonly devEui: string;
  readonly uplinks: Uplink[];
  /** `measurement time value` */
  readonly readings: string[];
  /** `kind reason measurement-or-bytes` */
  readonly rejections: string[];
}

const folder = new URL("../../packages/devices/src/", import.meta.url);
const types = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !["_blueprint", "families", "sandbox"].includes(entry.name))
  .map(({ name }) => name)
  .sort();
const heardAt = Date.parse("2026-03-01T08:00:00.000Z");
const startedAt = Date.now();

const platform = inject("platform");
const api = new Api(platform);
const devicesByType = new Map(types.map((type) => [type, devicesFor(vectorsOf(type))]));
const declared = new Map<string, DeviceAnswer>();
let publisher: Publisher;

beforeAll(async () => {
  publisher = await Publisher.connect(platform.mqtt);
  const building = await createBuilding(api, "Vecteurs");
  for (const [deviceType, devices] of devicesByType) {
    for (const { devEui } of devices) {
      declared.set(devEui, await declareDevice(api, { building: building.id, devEui, deviceType }));
    }
  }
  const uplinks = [...devicesByType.values()].flat().flatMap((device) => device.uplinks);
  const deliveries = uplinks.flatMap((event) => {
    const [json, protobuf] = [messageOf(event, toJson), messageOf(event, toProtobuf)];
    return [json, protobuf, json, protobuf];
  });
  const fence = await Fence.build(api, publisher);
  await publisher.send(shuffled(deliveries, seededRandom(20_261_124)));
  await fence.pass();
}, 180_000);

afterAll(() => publisher.close());

it("the platform ships the types whose vectors are tested here", async () => {
  const { items } = await api.get<Page<DeviceTypeAnswer>>("/device-types");
  expect(items.map(({ id }) => id).sort()).toEqual(types);
});

it.each(types)("%s: each vector's readings are there once, and nothing else", async (type) => {
  for (const device of devicesByType.get(type) ?? []) {
    expect(await storedReadings(device.devEui)).toEqual([...device.readings].sort());
    expect(await listedRejections(device.devEui)).toEqual([...device.rejections].sort());
  }
});

async function storedReadings(devEui: string): Promise<string[]> {
  const stored: string[] = [];
  for (const { measurement, point } of declared.get(devEui)?.assignments ?? []) {
    const readings = await readingsOf(api, point.id);
    stored.push(...readings.map(([time, value]) => `${measurement} ${time} ${value}`));
  }
  return stored.sort();
}

async function listedRejections(devEui: string): Promise<string[]> {
  const { items } = await api.get<RejectionsAnswer>("/rejections", { devEui, limit: 500 });
  return items
    .map(({ kind, reason, measurement, payloadHex }) => `${kind} ${reason} ${measurement ?? payloadHex}`)
    .sort();
}

function vectorsOf(type: string): readonly Vector[] {
  return JSON.parse(readFileSync(new URL(`${type}/vectors.json`, folder), "utf8"));
}

/**
 * One device for the vectors whose values are of the uplink's own time, a minute apart; and one for each vector that
 * dates its values itself, at the time that the vector says: histories of two vectors could meet.
 */
function devicesFor(vectors: readonly Vector[]): TestedDevice[] {
  const dated = vectors.filter(({ expected }) => expected.measurements?.some(({ time }) => time !== undefined));
  const undated = vectors.filter((vector) => !dated.includes(vector));
  return [
    testedDevice(undated.map((vector, index) => [vector, new Date(heardAt + index * 60_000)])),
    ...dated.map((vector) => testedDevice([[vector, new Date(vector.time ?? heardAt)]])),
  ];
}

function testedDevice(heard: readonly (readonly [Vector, Date])[]): TestedDevice {
  const device: TestedDevice = { devEui: newDevEui(), uplinks: [], readings: [], rejections: [] };
  for (const [{ fPort, bytesHex, expected }, time] of heard) {
    device.uplinks.push(uplink({ devEui: device.devEui, time, fPort, data: Buffer.from(bytesHex, "hex") }));
    if (expected.error) device.rejections.push(`payload undecodable ${bytesHex.toLowerCase()}`);
    for (const { name, value, time: ownTime, implausible } of expected.measurements ?? []) {
      const measuredAt = ownTime === undefined ? time : new Date(ownTime);
      if (implausible) device.rejections.push(`measurement out_of_range ${name}`);
      else if (measuredAt.getTime() > startedAt) device.rejections.push(`measurement time_in_future ${name}`);
      else device.readings.push(`${name} ${measuredAt.toISOString()} ${value}`);
    }
  }
  return device;
}
