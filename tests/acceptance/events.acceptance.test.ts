import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Event, newDevEui, uplink } from "./chirpstack/event.ts";
import { toJson } from "./chirpstack/event-json.ts";
import { toProtobuf } from "./chirpstack/event-protobuf.ts";
import type { DeviceAnswer, Page } from "./clients/answers.ts";
import { Api } from "./clients/api.ts";
import { messageOf, Publisher } from "./clients/publisher.ts";
import { createBuilding, declareDevice, pointOf, readingsOf } from "./fixtures/building.ts";
import { Fence } from "./fixtures/fence.ts";
import { seededRandom, shuffled } from "./fixtures/seeded-random.ts";

const platform = inject("platform");
const api = new Api(platform);
let publisher: Publisher;
let fence: Fence;

beforeAll(async () => {
  publisher = await Publisher.connect(platform.mqtt);
  fence = await Fence.build(api, publisher);
});

afterAll(() => publisher.close());

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 4, 9, minute));
/** 19.5 °C of an EM300-TH. */
const data = Buffer.from("0367c300", "hex");

/** A device's morning: each event with its own key; the uplink's deduplicationId comes back in its status and ack. */
function morningOf(devEui: string): Event[] {
  const deduplicationId = randomUUID();
  const log = { type: "log", devEui, level: "ERROR", code: "UPLINK_CODEC" } as const;
  return [
    { type: "join", devEui, time: at(0), deduplicationId: randomUUID(), devAddr: "00189440" },
    uplink({ devEui, time: at(1), fPort: 85, data, deduplicationId }),
    {
      type: "status",
      devEui,
      time: at(1),
      deduplicationId,
      margin: 12,
      externalPowerSource: false,
      batteryLevelUnavailable: false,
      batteryLevel: 62.5,
    },
    { type: "ack", devEui, time: at(2), deduplicationId, queueItemId: randomUUID(), acknowledged: true, fCntDown: 3 },
    {
      ...log,
      time: at(3),
      description: "Exception: data is undefined",
      context: { deduplication_id: deduplicationId },
    },
    { ...log, time: at(3), description: "Another at the same time", context: { deduplication_id: deduplicationId } },
    {
      type: "txack",
      devEui,
      time: at(4),
      downlinkId: 7,
      queueItemId: randomUUID(),
      fCntDown: 4,
      gatewayId: "0016c001f153a14c",
    },
    {
      type: "txack",
      devEui,
      time: at(4),
      downlinkId: 8,
      queueItemId: randomUUID(),
      fCntDown: 5,
      gatewayId: "0016c001f153a14c",
    },
    {
      type: "location",
      devEui,
      time: at(5),
      deduplicationId: randomUUID(),
      location: { latitude: 49.02, longitude: 1.15, source: "GPS" },
    },
  ];
}

describe.each([
  ["JSON", [toJson]],
  ["Protobuf", [toProtobuf]],
  ["both by turns", [toJson, toProtobuf]],
])("events of every type in %s, delivered three times in any order", (_, encoders) => {
  let device: DeviceAnswer;
  let read: () => Promise<DeviceAnswer>;

  beforeAll(async () => {
    const devEui = newDevEui();
    const building = await createBuilding(api, "Événements");
    device = await declareDevice(api, { building: building.id, devEui, deviceType: "milesight-em300-th" });
    read = () => api.get<DeviceAnswer>(`/devices/${device.id}`);
    const morning = morningOf(devEui);
    const deliveries = [0, 1, 2].flatMap((round) =>
      morning.map((event, index) => messageOf(event, encoders[(round + index) % encoders.length] ?? toJson)),
    );
    await publisher.send(shuffled(deliveries, seededRandom(4)));
    await fence.pass();
  });

  it("are kept once each, a status beside the uplink whose id it bears", async () => {
    const { lastUplinks } = await read();
    expect(lastUplinks.map(({ time, eventType }) => `${time} ${eventType}`).sort()).toEqual([
      "2026-11-04T09:00:00.000Z join",
      "2026-11-04T09:01:00.000Z status",
      "2026-11-04T09:01:00.000Z up",
      "2026-11-04T09:02:00.000Z ack",
      "2026-11-04T09:03:00.000Z log",
      "2026-11-04T09:03:00.000Z log",
      "2026-11-04T09:04:00.000Z txack",
      "2026-11-04T09:04:00.000Z txack",
      "2026-11-04T09:05:00.000Z location",
    ]);
    expect(await readingsOf(api, pointOf(device, "temperature"))).toEqual([["2026-11-04T09:01:00.000Z", 19.5]]);
  });

  it("say how the device is", async () => {
    // Written every few seconds, not with every batch.
    await expect.poll(read, { timeout: 20_000, interval: 250 }).toMatchObject({
      lastJoinAt: "2026-11-04T09:00:00.000Z",
      lastUplinkAt: "2026-11-04T09:01:00.000Z",
      lastStatusAt: "2026-11-04T09:01:00.000Z",
      batteryPercent: 62.5,
      externalPower: false,
      marginDb: 12,
      rssiDbm: -57,
      snrDb: 10.5,
      lastErrorAt: "2026-11-04T09:03:00.000Z",
      lastError: expect.stringMatching(/Exception: data is undefined|Another at the same time/),
      state: "error",
    });
    const { items } = await api.get<Page<DeviceAnswer>>("/devices", { search: device.devEui });
    expect(items).toMatchObject([{ id: device.id, batteryPercent: 62.5, state: "error" }]);
  });
});

it("an older event that arrives late does not undo what a newer one said", async () => {
  const devEui = newDevEui();
  const building = await createBuilding(api, "Événements en retard");
  const { id } = await declareDevice(api, { building: building.id, devEui, deviceType: "milesight-em300-th" });
  const status = { type: "status", devEui, externalPowerSource: false, batteryLevelUnavailable: false } as const;
  await publisher.sendEvents([
    { ...status, time: at(30), deduplicationId: randomUUID(), margin: 5, batteryLevel: 40 },
    { ...status, time: at(10), deduplicationId: randomUUID(), margin: 15, batteryLevel: 90 },
  ]);
  await fence.pass();
  await expect
    .poll(() => api.get<DeviceAnswer>(`/devices/${id}`), { timeout: 20_000, interval: 250 })
    .toMatchObject({ batteryPercent: 40, marginDb: 5, lastStatusAt: at(30).toISOString() });
});

it("a device on mains has no battery level", async () => {
  const devEui = newDevEui();
  const building = await createBuilding(api, "Secteur");
  const { id } = await declareDevice(api, { building: building.id, devEui, deviceType: "milesight-em300-th" });
  await publisher.sendEvents(
    [
      {
        type: "status",
        devEui,
        time: at(0),
        deduplicationId: randomUUID(),
        margin: -3,
        externalPowerSource: true,
        batteryLevelUnavailable: false,
        batteryLevel: 0,
      },
    ],
    toProtobuf,
  );
  await fence.pass();
  await expect
    .poll(() => api.get<DeviceAnswer>(`/devices/${id}`), { timeout: 20_000, interval: 250 })
    .toMatchObject({ batteryPercent: null, externalPower: true, marginDb: -3 });
});

it("an uplink at QoS 0, as ChirpStack publishes unless told otherwise, is stored as well", async () => {
  const devEui = newDevEui();
  const building = await createBuilding(api, "QoS 0");
  const device = await declareDevice(api, { building: building.id, devEui, deviceType: "milesight-em300-th" });
  await publisher.send([messageOf(uplink({ devEui, time: at(0), fPort: 85, data }))], 0);
  await fence.pass();
  await expect
    .poll(() => readingsOf(api, pointOf(device, "temperature")), { timeout: 10_000 })
    .toEqual([[at(0).toISOString(), 19.5]]);
});
