import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { enqueueJob } from "@gtb/database/queries/enqueue-job";
import { afterAll, expect, test } from "vitest";
import { importReadingsKind } from "../kinds/import-readings.ts";
import { createMeteredWorld } from "../testing/metered-world.ts";

const world = await createMeteredWorld();
const folder = await mkdtemp(join(tmpdir(), "gtb-import-"));
afterAll(() => rm(folder, { recursive: true }));

interface EndedJob {
  readonly state: string;
  readonly message: string;
  readonly progress_done: number;
  readonly progress_total: number;
}

async function runImport(content: string | Buffer, { progressDone = 0 } = {}): Promise<EndedJob> {
  const file = join(folder, `${Math.random()}.csv`);
  await writeFile(file, content);
  return importFile(file, progressDone);
}

async function importFile(file: string, progressDone = 0): Promise<EndedJob> {
  const uuid = await enqueueJob(world.pool, { kind: "import-readings", payload: { file, name: "essai" } });
  await world.pool.query("update job set progress_done = $2 where uuid = $1", [uuid, progressDone]);
  await world.work(importReadingsKind(world.metrics));
  return world.one("select state, message, progress_done, progress_total from job where uuid = $1", [uuid]);
}

async function readingsOf(pointId: number): Promise<number[]> {
  const { rows } = await world.pool.query<{ value: number }>(
    "select value from reading where point_id = $1 order by time",
    [pointId],
  );
  return rows.map(({ value }) => value);
}

const lines = (uuid: string, count: number): string[] =>
  Array.from(
    { length: count },
    (_, index) => `${uuid},${new Date(Date.UTC(2025, 0, 1) + index * 600_000).toISOString()},${index}`,
  );

test("a file of several batches is stored whole, and marked as changed; a second time it changes nothing", async () => {
  const { pointId, pointUuid } = await world.createMeter();
  const csv = ["point,time,value", ...lines(pointUuid, 12_345)].join("\n");
  expect(await runImport(gzipSync(csv))).toEqual({
    state: "done",
    message: "12345 ligne(s) importée(s)",
    progress_done: 12_345,
    progress_total: 12_345,
  });
  expect(await readingsOf(pointId)).toEqual(Array.from({ length: 12_345 }, (_, index) => index));
  const marked = "select count(*) from reading_change where $1 = any(point_ids)";
  expect(await world.one(marked, [pointId])).toEqual({ count: 3 });
  await runImport(csv);
  expect(await world.one(marked, [pointId])).toEqual({ count: 3 });
  expect(await world.one("select count(*) from reading_history where point_id = $1", [pointId])).toEqual({ count: 0 });
});

test("each bad line is told with its number and its reason, and the rest goes through", async () => {
  const { pointId, pointUuid } = await world.createMeter();
  const stranger = "0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0";
  const csv = [
    "\uFEFFpoint;time;value",
    `${pointUuid};2026-01-01T00:00:00Z;1`,
    `${pointUuid};2026-01-01T01:00:00Z;douze`,
    `${stranger};2026-01-01T02:00:00Z;3`,
    "",
    `${pointUuid};2126-01-01T03:00:00Z;4`,
    `"${pointUuid}";"2026-01-01T04:00:00Z";"5"`,
    `${pointUuid};1970-01-01T04:00:00Z;5`,
  ].join("\r\n");
  const { state, message } = await runImport(csv);
  expect(state).toBe("done");
  expect(message.split("\n")).toEqual([
    "2 ligne(s) importée(s), 4 refusée(s) :",
    expect.stringMatching(/^ligne 3 : « douze » n'est pas un nombre/),
    `ligne 4 : aucun point ${stranger}`,
    "ligne 6 : 2126-01-01T03:00:00.000Z est dans l'avenir",
    "ligne 8 : 1970-01-01T04:00:00.000Z est trop ancien",
  ]);
  expect(await readingsOf(pointId)).toEqual([1, 5]);
});

test("of two lines for one instant the last stands", async () => {
  const { pointId, pointUuid } = await world.createMeter();
  await runImport(`point,time,value\n${pointUuid},2026-01-01T00:00:00Z,1\n${pointUuid},2026-01-01T00:00:00Z,2\n`);
  expect(await readingsOf(pointId)).toEqual([2]);
});

test("a worker that takes over goes on behind the last committed line, and still tells the refused before it", async () => {
  const { pointId, pointUuid } = await world.createMeter();
  const all = lines(pointUuid, 6_000);
  all[2] = `${pointUuid},bientôt,7`;
  const { message, progress_done } = await runImport(["point,time,value", ...all].join("\n"), { progressDone: 5_000 });
  expect(await readingsOf(pointId)).toEqual(Array.from({ length: 1_000 }, (_, index) => 5_000 + index));
  expect(message).toMatch(/^5999 ligne\(s\) importée\(s\), 1 refusée\(s\) :\nligne 4 : « bientôt »/);
  expect(progress_done).toBe(6_000);
});

test.each([
  ["", "vide"],
  ["time,point,value\n", "« point,time,value » attendu"],
  [Buffer.from([0x1f, 0x8b, 1, 2, 3]), "illisible"],
])("a file that is no import is refused at once, in French (%#)", async (content, reason) => {
  expect(await runImport(content)).toMatchObject({ state: "failed", message: expect.stringContaining(reason) });
});

test("a file that is not there is refused at once", async () => {
  expect(await importFile("/nowhere/readings.csv")).toMatchObject({
    state: "failed",
    message: expect.stringContaining("/nowhere/readings.csv illisible"),
  });
});
