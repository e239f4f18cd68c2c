import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { newDevEui, topicOf, type Uplink, uplink } from "./chirpstack/event.ts";
import { jsonFields } from "./chirpstack/event-json.ts";
import type { DeviceAnswer, RejectionsAnswer } from "./clients/answers.ts";
import { Api } from "./clients/api.ts";
import { ingestionMetric } from "./clients/metrics.ts";
import { type Message, messageOf, Publisher } from "./clients/publisher.ts";
import { createBuilding, declareDevice, pointOf, readingsOf } from "./fixtures/building.ts";
import { Fence } from "./fixtures/fence.ts";

const platform = inject("platform");
const api = new Api(platform);
const devEui = newDevEui();
const firstAt = Date.UTC(2026, 10, 3, 8);
const reasons = [
  "unreadable",
  "wrong_topic",
  "undecodable",
  "encrypted",
  "out_of_range",
  "time_in_future",
  "time_too_old",
];
let publisher: Publisher;
let device: DeviceAnswer;
let before: Map<string, number>;

/** 21.5 °C as an EM300-TH sends it. */
const good = Buffer.from("0367d700", "hex");
/** Milesight's channel 03, type 67 with 6553.5 °C less a wrap: -300.0 °C. */
const colderThanPossible = Buffer.from("036748f4", "hex");

function heard(index: number, changes: Partial<Uplink> = {}): Uplink {
  return uplink({ devEui, time: new Date(firstAt + index * 60_000), fPort: 85, data: good, ...changes });
}

/** A good uplink whose JSON is changed before it is sent. */
function broken(index: number, change: (json: string) => string): Message {
  return { topic: topicOf(heard(index)), payload: Buffer.from(change(JSON.stringify(jsonFields(heard(index))))) };
}

/** Bad in itself: each is listed as one rejection of this kind and reason. */
const rejected: readonly (readonly [string, Message])[] = [
  ["event unreadable", broken(0, (json) => json.slice(0, -10))],
  ["event unreadable", { topic: topicOf(heard(0)), payload: Buffer.from([0x0a, 0xff, 0xff, 0xff, 0x00, 0x42]) }],
  ["event unreadable", { topic: topicOf(heard(0)), payload: Buffer.alloc(0) }],
  ["event unreadable", broken(1, (json) => json.replace(/"data":"[^"]*"/, '"data":"%%%%"'))],
  ["event unreadable", broken(2, (json) => json.replace(/"time":"[^"]*"/, '"time":"hier"'))],
  ["event wrong_topic", broken(3, (json) => json.replaceAll(devEui, "ffffffffffffffff"))],
  ["event wrong_topic", { ...messageOf(heard(4)), topic: topicOf({ devEui, type: "up" }).replace(/up$/, "party") }],
  ["payload undecodable", messageOf(heard(5, { data: Buffer.from("0367d7", "hex") }))],
  ["payload encrypted", broken(9, (json) => json.replace(/^{/, '{"joinServerContext":{"sessionKeyId":"01"},'))],
  ["measurement out_of_range", messageOf(heard(6, { data: colderThanPossible }))],
  ["event time_in_future", messageOf(heard(7, { time: new Date(Date.now() + 24 * 3_600_000) }))],
  ["event time_too_old", messageOf(heard(8, { time: new Date("1990-05-01T10:00:00Z") }))],
];

/** Strange, and yet each holds a good value. */
const strange: readonly Message[] = [
  messageOf(heard(10, { deviceName: "Salle\u0000 12" })),
  broken(11, (json) => json.replace('"deviceName":"Sonde"', String.raw`"deviceName":"Salle \ud83d seule"`)),
  messageOf(heard(12, { object: { message: "x".repeat(300_000), nul: "a\u0000b" } })),
  broken(13, (json) => json.replace('"deviceName":"Sonde"', '"deviceName":["une","liste"],"tags":null')),
  broken(14, (json) => ` \n${json}`),
  broken(15, (json) => json.replace(/^{/, '{"object":{"__proto__":{"fPort":1},"constructor":null},')),
];

beforeAll(async () => {
  publisher = await Publisher.connect(platform.mqtt);
  const building = await createBuilding(api, "Messages abîmés");
  device = await declareDevice(api, { building: building.id, devEui, deviceType: "milesight-em300-th" });
  const fence = await Fence.build(api, publisher);
  before = await rejectionsCounted();
  const between = (index: number) => messageOf(heard(100 + index));
  const messages = [...rejected.map(([, message]) => message), ...strange];
  await publisher.send(messages.flatMap((message, index) => [between(index), message]));
  // Delivered again, a bad message is no second one.
  await publisher.send(rejected.map(([, message]) => message));
  await fence.pass();
}, 120_000);

afterAll(() => publisher.close());

async function rejectionsCounted(): Promise<Map<string, number>> {
  const counts = await Promise.all(
    reasons.map((reason) => ingestionMetric(platform, "gtb_rejections_total", { reason })),
  );
  return new Map(reasons.map((reason, index) => [reason, counts[index] ?? 0]));
}

it("the good ones among the bad are readings, and so are the merely strange ones", async () => {
  const expected = [
    ...strange.map((_, index) => 10 + index),
    ...[...rejected, ...strange].map((_, index) => 100 + index),
  ].map((minute) => [new Date(firstAt + minute * 60_000).toISOString(), 21.5]);
  expect(await readingsOf(api, pointOf(device, "temperature"))).toEqual(expected);
});

it("each bad one is listed once with its reason", async () => {
  const { items } = await api.get<RejectionsAnswer>("/rejections", { devEui, limit: 500 });
  expect(items.map(({ kind, reason }) => `${kind} ${reason}`).sort()).toEqual(rejected.map(([what]) => what).sort());
  const outOfRange = items.find(({ reason }) => reason === "out_of_range");
  expect(outOfRange).toMatchObject({ measurement: "temperature", value: -300, time: "2026-11-03T08:06:00.000Z" });
  const undecodable = items.find(({ reason }) => reason === "undecodable");
  expect(undecodable).toMatchObject({ payloadHex: "0367d7", detail: expect.stringMatching(/.+/) });
});

it("the counts by reason hold them", async () => {
  const { counts } = await api.get<RejectionsAnswer>("/rejections");
  for (const what of new Set(rejected.map(([name]) => name))) {
    const [kind, reason] = what.split(" ");
    const count = counts.find((entry) => entry.kind === kind && entry.reason === reason)?.count ?? 0;
    expect(count, what).toBeGreaterThanOrEqual(rejected.filter(([name]) => name === what).length);
  }
});

it("ingestion's metrics count them by reason", async () => {
  const counted = await rejectionsCounted();
  for (const reason of reasons) {
    const sent = rejected.filter(([what]) => what.endsWith(` ${reason}`)).length;
    expect((counted.get(reason) ?? 0) - (before.get(reason) ?? 0), reason).toBeGreaterThanOrEqual(sent);
  }
});

it("messages on a topic that names no device are listed too", async () => {
  const marker = `nobody-${newDevEui()}`;
  await publisher.send([{ topic: `application/${marker}/device/xyz/event/up`, payload: messageOf(heard(20)).payload }]);
  await expect
    .poll(
      async () => {
        const { items } = await api.get<RejectionsAnswer>("/rejections", { kind: "event", limit: 500 });
        return items.filter(({ reason, detail }) => reason === "wrong_topic" && detail?.includes(marker)).length;
      },
      { timeout: 20_000 },
    )
    .toBe(1);
});
