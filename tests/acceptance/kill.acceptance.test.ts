import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { newDevEui, uplink } from "./chirpstack/event.ts";
import { Api } from "./clients/api.ts";
import { messageOf, Publisher } from "./clients/publisher.ts";
import { createBuilding, declareDevice, pointOf, readingsOf } from "./fixtures/building.ts";
import { Fence } from "./fixtures/fence.ts";
import { processOf } from "./platform/process-of.ts";

const deviceCount = 10;
const uplinksEach = 300;
const kills = 3;
const firstAt = Date.UTC(2026, 10, 5);

const platform = inject("platform");
const api = new Api(platform);
let publisher: Publisher;

beforeAll(async () => {
  publisher = await Publisher.connect(platform.mqtt);
});

afterAll(() => publisher.close());

it(`${kills} times killed while ${deviceCount * uplinksEach} uplinks come, ingestion loses and doubles none`, async () => {
  const building = await createBuilding(api, "Arrêts brutaux");
  const devices = await Promise.all(
    Array.from({ length: deviceCount }, () =>
      declareDevice(api, { building: building.id, devEui: newDevEui(), deviceType: "milesight-em300-th" }),
    ),
  );
  const fence = await Fence.build(api, publisher);
  const killing = killIngestion();
  for (let index = 0; index < uplinksEach; index++) {
    await publisher.send(devices.map(({ devEui }) => messageOf(heard(devEui, index))));
    // About 12 seconds in all: the kills fall among them, and what comes meanwhile waits at the broker.
    await delay(40);
  }
  expect(new Set(await killing).size).toBe(kills);
  await fence.pass(120_000);

  const expected = Array.from({ length: uplinksEach }, (_, index) => [
    timeOf(index).toISOString(),
    temperatureOf(index),
  ]);
  for (const device of devices) {
    // Two workers' batches may pass each other for a moment: the one that was sent again comes behind the fence.
    await expect
      .poll(() => readingsOf(api, pointOf(device, "temperature")), { timeout: 30_000, interval: 250 })
      .toEqual(expected);
  }
});

/** Kills ingestion as often as said, each time a moment after it is back; returns the processes that were killed. */
async function killIngestion(): Promise<number[]> {
  const killed: number[] = [];
  while (killed.length < kills) {
    const pid = await processOf(platform.home, "ingestion");
    if (pid === undefined || killed.includes(pid)) {
      await delay(50);
      continue;
    }
    await delay(600);
    process.kill(pid, "SIGKILL");
    killed.push(pid);
  }
  return killed;
}

const timeOf = (index: number): Date => new Date(firstAt + index * 60_000);
/** Each uplink's own value, in tenths of °C. */
const temperatureOf = (index: number): number => (index - 100) / 10;

function heard(devEui: string, index: number) {
  const data = Buffer.from([0x03, 0x67, 0, 0]);
  data.writeInt16LE(index - 100, 2);
  return uplink({ devEui, time: timeOf(index), fPort: 85, data });
}
