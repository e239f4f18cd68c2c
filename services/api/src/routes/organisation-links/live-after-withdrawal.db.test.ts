import type { Consent } from "@gtb/contracts/organisations";
import { inTransaction } from "@gtb/database/transaction";
import { storeReadings } from "@gtb/readings/store-readings";
import { expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { createTwoCommunes } from "../../testing/two-communes.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);
const [below, above] = await createTwoCommunes(api);
const building = await world.building(await world.site(below.id));
const point = await world.point(building);
/** Longer than the feed takes to look. */
const looked = () => new Promise((resolve) => setTimeout(resolve, 300));

async function consent(): Promise<string> {
  const from = new Date().toISOString().slice(0, 10);
  const body = { parent: above.id, child: below.id, kind: "service", from };
  return (await api.post<Consent>("/organisation-links", body)).body.id;
}

async function store(value: number): Promise<void> {
  const { rows } = await api.pool.query<{ id: number }>("select id from point where uuid = $1", [point]);
  const source = { kind: "import", id: crypto.randomUUID(), actor: "test", reason: "test" } as const;
  const time = new Date(Date.parse("2026-11-24T10:00:00Z") + value * 60_000);
  await inTransaction(api.pool, (connection) =>
    storeReadings(connection, [{ pointId: rows[0]!.id, time, value, quality: 0 }], source),
  );
  await looked();
}

test("a stream that is open when the consent is taken back hears nothing more", async () => {
  const link = await consent();
  const address = await api.app.listen({ host: "127.0.0.1", port: 0 });
  const controller = new AbortController();
  const headers = { authorization: `Bearer ${above.admin.token}` };
  const stream = await fetch(`${address}/api/v1/live?building=${building}`, { headers, signal: controller.signal });
  expect(stream.status).toBe(200);
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
  await looked();
  await store(1);
  expect(await below.as.remove(`/organisation-links/${link}`)).toMatchObject({ status: 200 });
  await store(2);
  await consent();
  await store(3);
  let heard = "";
  while (!heard.includes('"value":3')) heard += (await reader.read()).value;
  expect([...heard.matchAll(/"value":(\d)/g)].map(([, value]) => value)).toEqual(["1", "3"]);
  controller.abort();
});
