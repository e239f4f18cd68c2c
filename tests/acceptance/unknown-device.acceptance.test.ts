import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { applicationId, newDevEui, type Uplink, uplink } from "./chirpstack/event.ts";
import { toProtobuf } from "./chirpstack/event-protobuf.ts";
import type { DeviceAnswer, Named, Page, UnknownDeviceAnswer } from "./clients/answers.ts";
import { Api } from "./clients/api.ts";
import { Publisher } from "./clients/publisher.ts";
import { createBuilding, declareDevice, pointOf, readingsOf } from "./fixtures/building.ts";
import { Fence } from "./fixtures/fence.ts";

const platform = inject("platform");
const api = new Api(platform);
let publisher: Publisher;
let fence: Fence;
let building: Named;

beforeAll(async () => {
  publisher = await Publisher.connect(platform.mqtt);
  fence = await Fence.build(api, publisher);
  building = await createBuilding(api, "Appareils inconnus");
});

afterAll(() => publisher.close());

/** Five uplinks of an EM300-TH, ten minutes apart: 20.0 to 20.4 °C. */
function fiveUplinks(devEui: string): Uplink[] {
  return [0, 1, 2, 3, 4].map((index) =>
    uplink({
      devEui,
      time: new Date(Date.UTC(2026, 10, 2, 8, 10 * index)),
      fPort: 85,
      data: temperatureBytes(200 + index),
    }),
  );
}

/** Milesight EM300-TH: channel 03, type 67, tenths of °C, little endian. */
function temperatureBytes(tenths: number): Buffer {
  const bytes = Buffer.from([0x03, 0x67, 0, 0]);
  bytes.writeInt16LE(tenths, 2);
  return bytes;
}

async function findUnknown(devEui: string): Promise<UnknownDeviceAnswer | undefined> {
  const { items } = await api.get<Page<UnknownDeviceAnswer>>("/unknown-devices", { limit: 500 });
  return items.find((device) => device.devEui === devEui);
}

it("what an undeclared device sends is listed, and becomes readings when it is declared", async () => {
  const devEui = newDevEui();
  const uplinks = fiveUplinks(devEui);
  await publisher.sendEvents(uplinks);
  // ChirpStack or the broker may deliver again: that is no sixth uplink.
  await publisher.sendEvents(uplinks.slice(0, 2), toProtobuf);
  await fence.pass();
  expect(await findUnknown(devEui)).toEqual({
    devEui,
    applicationId,
    firstHeardAt: "2026-11-02T08:00:00.000Z",
    lastHeardAt: "2026-11-02T08:40:00.000Z",
    uplinkCount: 5,
    lastFPort: 85,
    lastPayloadHex: "0367cc00",
  });

  const device = await declareDevice(api, { building: building.id, devEui, deviceType: "milesight-em300-th" });
  const temperature = pointOf(device, "temperature");
  await expect
    .poll(() => readingsOf(api, temperature), { timeout: 30_000, interval: 200 })
    .toEqual(uplinks.map(({ time }, index) => [time.toISOString(), (200 + index) / 10]));
  expect(await findUnknown(devEui)).toBeUndefined();
  const { lastUplinks } = await api.get<DeviceAnswer>(`/devices/${device.id}`);
  expect(lastUplinks.map(({ outcome, readingCount }) => [outcome, readingCount])).toEqual(
    uplinks.map(() => ["decoded", 1]),
  );

  const later = uplink({ devEui, time: new Date("2026-11-02T08:50:00Z"), fPort: 85, data: temperatureBytes(-15) });
  await publisher.sendEvents([later, ...uplinks]);
  await fence.pass();
  const readings = await readingsOf(api, temperature);
  expect(readings).toHaveLength(6);
  expect(readings.at(-1)).toEqual(["2026-11-02T08:50:00.000Z", -1.5]);
});

it("declared from a date on, only what came since is the building's", async () => {
  const devEui = newDevEui();
  const uplinks = fiveUplinks(devEui);
  await publisher.sendEvents(uplinks);
  await fence.pass();
  const device = await declareDevice(api, {
    building: building.id,
    devEui,
    deviceType: "milesight-em300-th",
    validFrom: "2026-11-02T08:20:00Z",
  });
  const since = uplinks.slice(2).map(({ time }, index) => [time.toISOString(), (202 + index) / 10]);
  await expect
    .poll(() => readingsOf(api, pointOf(device, "temperature")), { timeout: 30_000, interval: 200 })
    .toEqual(since);
  expect(await findUnknown(devEui)).toBeUndefined();
});

it("events of an undeclared device that carry no payload are no unknown uplink", async () => {
  const devEui = newDevEui();
  await publisher.sendEvents([
    { type: "join", devEui, time: new Date(), deduplicationId: crypto.randomUUID(), devAddr: "00189440" },
  ]);
  await fence.pass();
  expect(await findUnknown(devEui)).toBeUndefined();
});
