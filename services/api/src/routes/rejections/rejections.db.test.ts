import type { RejectionList } from "@gtb/contracts/rejections";
import { beforeAll, expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { addUplink } from "../../testing/uplinks.ts";

const api = await createApiUnderTest();
const devEui = "24e124136b0000ff";

beforeAll(async () => {
  await addUplink(api.pool, { devEui, time: "2026-11-24T08:00:00Z", outcome: "undecodable", payloadHex: "dead" });
  await addUplink(api.pool, { devEui, time: "2026-11-24T08:30:00Z", outcome: "decoded", payloadHex: "beef" });
  await api.pool.query(
    `insert into event_reject (source, event_type, event_id, time, received_at, topic, dev_eui, payload, reason, detail)
     values ('test', 'up', gen_random_uuid(), null, '2026-11-24 09:00:00.000123Z', 'application/1', null, '{', 'unreadable', 'no JSON'),
            ('test', 'up', gen_random_uuid(), '2106-01-01', '2026-11-24 09:00:00.000456Z', 'application/1', $1, '{}', 'time_in_future', '2106'),
            ('test', 'up', gen_random_uuid(), null, '2026-11-01 09:00Z', 'application/1', null, '{', 'unreadable', 'long ago')`,
    [devEui],
  );
  await api.pool.query(
    `insert into rejected_measurement (dev_eui, measurement, time, value, reason, source_id, uplink_time, received_at)
     values ($1, 'temperature', '2026-11-24 07:00Z', 400, 'out_of_range', gen_random_uuid(), '2026-11-24 07:00Z', '2026-11-24 07:00:01Z')`,
    [devEui],
  );
});

test("every kind of rejection is listed, newest first, and counted by reason", async () => {
  const { body } = await api.get<RejectionList>("/rejections");
  expect(body.items.map((item) => [item.kind, item.reason])).toEqual([
    ["event", "time_in_future"],
    ["event", "unreadable"],
    ["payload", "undecodable"],
    ["measurement", "out_of_range"],
  ]);
  expect(body.items[2]).toMatchObject({ payloadHex: "dead", detail: "said by the test" });
  expect(body.items[3]).toMatchObject({ measurement: "temperature", value: 400, payloadHex: null });
  expect(body.counts).toHaveLength(4);
  expect(body.since).toBe("2026-11-17T10:30:00.000Z");
});

test("pages follow each other without a gap, though two are received within a millisecond", async () => {
  const reasons: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const { body } = await api.get<RejectionList>(`/rejections?limit=1${cursor && `&cursor=${cursor}`}`);
    reasons.push(body.items[0]!.reason);
    cursor = body.nextCursor as string | null;
  }
  expect(reasons).toEqual(["time_in_future", "unreadable", "undecodable", "out_of_range"]);
});

test("they are found by kind, device and time; a cursor of nothing is refused", async () => {
  const count = async (query: string) => (await api.get<RejectionList>(`/rejections?${query}`)).body.items.length;
  expect(await count("kind=event")).toBe(2);
  expect(await count(`devEui=${devEui.toUpperCase()}`)).toBe(3);
  expect(await count("since=2026-10-01T00:00:00Z")).toBe(5);
  expect(await api.get<RejectionList>("/rejections?cursor=nonsense")).toMatchObject({
    status: 400,
    body: { code: "invalid_cursor" },
  });
});
