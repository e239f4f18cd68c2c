import { LiveConsumption, LiveReadings } from "@gtb/contracts/live";
import type { Problem } from "@gtb/contracts/problem";
import { inTransaction } from "@gtb/database/transaction";
import { storeReadings } from "@gtb/readings/store-readings";
import { afterEach, expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { fillConsumption } from "../../testing/time-series.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);
const site = await world.site(await world.commune());
const building = await world.building(site);
const point = await world.point(building);
const otherPoint = await world.point(await world.building(site, { name: "Mairie" }));
const register = await world.register(await world.meter(building));
const address = await api.app.listen({ host: "127.0.0.1", port: 0 });
const open: AbortController[] = [];
afterEach(() => {
  for (const stream of open.splice(0)) stream.abort();
});

interface StreamEvent {
  readonly event: string;
  readonly data: unknown;
}

async function listen(to = building) {
  const controller = new AbortController();
  open.push(controller);
  const headers = { authorization: `Bearer ${api.token}` };
  const response = await fetch(`${address}/api/v1/live?building=${to}`, { headers, signal: controller.signal });
  return { response, events: eventsOf(response) };
}

async function* eventsOf(response: Response): AsyncGenerator<StreamEvent> {
  let text = "";
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    const blocks = (text + chunk).split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const [, event, data] = block.match(/^event: (.*)\ndata: (.*)$/) ?? [];
      if (event !== undefined && data !== undefined) yield { event, data: JSON.parse(data) };
    }
  }
}

async function store(uuid: string, time: string, value: number): Promise<void> {
  const { rows } = await api.pool.query<{ id: number }>("select id from point where uuid = $1", [uuid]);
  const source = { kind: "import", id: crypto.randomUUID(), actor: "test", reason: "test" } as const;
  await inTransaction(api.pool, (connection) =>
    storeReadings(connection, [{ pointId: rows[0]!.id, time: new Date(time), value, quality: 0 }], source),
  );
}

/** The feed takes its place in the outbox a moment after the first listener came. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 300));

test("a reading is told as it is stored, that of another building and of last week is not", async () => {
  const { response, events } = await listen();
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  expect(response.headers.get("content-security-policy")).toContain("default-src 'self'");
  await settled();
  await store(otherPoint, "2026-11-24T10:20:00Z", 1);
  await store(point, "2026-11-17T10:20:00Z", 2);
  await store(point, "2026-11-24T10:20:00Z", 19.5);
  const { value } = await events.next();
  expect(value!.event).toBe("readings");
  const { readings } = LiveReadings.parse(value!.data);
  expect(readings).toEqual([{ point, time: new Date("2026-11-24T10:20:00Z"), value: 19.5 }]);
});

test("a reading is told while an older transaction is still open", async () => {
  const { events } = await listen();
  await settled();
  const connection = await api.pool.connect();
  try {
    await connection.query("begin; select pg_current_xact_id()");
    await store(point, "2026-11-24T10:21:00Z", 20);
    await store(point, "2026-11-24T10:22:00Z", 21);
    let told = 0;
    // Both may come in one event or in two.
    while (told !== 21) told = LiveReadings.parse((await events.next()).value?.data).readings[0]?.value ?? 0;
  } finally {
    await connection.query("rollback");
    connection.release();
  }
});

test("consumption is told once when it is computed", async () => {
  const { events } = await listen();
  await settled();
  await fillConsumption(api.pool, register, {
    from: "2026-11-24T09:00:00Z",
    to: "2026-11-24T10:00:00Z",
    kwhSql: "3.5",
  });
  const { value } = await events.next();
  const { hours } = LiveConsumption.parse(value!.data);
  expect(hours).toMatchObject([{ register, energy: "electricity", energyKwh: 3.5, missingShare: 0 }]);
  await store(point, "2026-11-24T10:25:00Z", 22);
  expect((await events.next()).value!.event).toBe("readings");
});

test("a building that does not exist has no stream", async () => {
  const answer = await api.get<Problem>("/live?building=00000000-0000-4000-8000-000000000000");
  expect(answer).toMatchObject({ status: 404, body: { code: "not_found" } });
});
