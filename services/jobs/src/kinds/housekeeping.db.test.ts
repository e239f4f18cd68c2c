import { beforeAll, expect, test } from "vitest";
import { createMeteredWorld } from "../testing/metered-world.ts";
import { housekeepingKind } from "./housekeeping.ts";
import { importFileKind } from "./import-file.ts";

const world = await createMeteredWorld();
let pointId: number;
let point: string;
beforeAll(async () => {
  ({ pointId } = await world.createMeter());
  ({ id: point } = await world.one<{ id: string }>("select uuid as id from point where id = $1", [pointId]));
});

async function bring(content: string): Promise<string> {
  const { id } = await world.one<{ id: string }>(
    `with file as (insert into import_file (organisation_id, name, bytes)
                   select organisation_id, 'relevés.csv', octet_length($1) from point where id = $2
                   returning id, uuid, organisation_id),
          chunk as (insert into import_file_chunk (organisation_id, import_file_id, number, content)
                    select organisation_id, id, 0, convert_to($1, 'UTF8') from file)
     select uuid as id from file`,
    [content, pointId],
  );
  return id;
}

async function ask(file: string, kind: "import" | "undo"): Promise<void> {
  const mapping = {
    sheet: null,
    encoding: "utf-8",
    delimiter: ",",
    decimal: ".",
    headerLine: 1,
    time: { columns: ["time"], format: "iso", timeZone: "UTC", marks: "instant", interval: { kind: "none" } },
    values: [{ column: "value", content: "reading", unit: "none", target: { by: "point", point } }],
    estimated: null,
  };
  await world.pool.query(
    `insert into import_run (organisation_id, import_file_id, kind, mapping)
     select organisation_id, id, $2, $3::jsonb from import_file where uuid = $1`,
    [file, kind, kind === "undo" ? null : JSON.stringify(mapping)],
  );
}

test("bytes of a file are forgotten after their time, but not under a job that waits; the undo needs none", async () => {
  const [old, waited, young] = [await bring("time,value\n2025-09-01T00:00:00Z,7"), await bring("x"), await bring("y")];
  await ask(old, "import");
  await world.work(importFileKind(world.metrics));
  expect(await world.one("select count(*) from reading where point_id = $1", [pointId])).toEqual({ count: 1 });
  await world.pool.query("update import_file set created_at = now() - interval '8 days' where uuid = any($1)", [
    [old, waited],
  ]);
  await ask(waited, "import");
  await world.pool.query("insert into job (kind, dedupe_key) values ('housekeeping', 'all')");
  await world.work(housekeepingKind({ importFileDays: 7 }));
  const { rows } = await world.pool.query(
    `select f.uuid as id, f.pruned_at is not null as pruned,
            (select count(*)::int from import_file_chunk c where c.import_file_id = f.id) as pieces
       from import_file f order by f.id`,
  );
  expect(rows).toEqual([
    { id: old, pruned: true, pieces: 0 },
    { id: waited, pruned: false, pieces: 1 },
    { id: young, pruned: false, pieces: 1 },
  ]);
  await world.pool.query("delete from job where kind = 'import-file' and state = 'queued'");
  await ask(old, "undo");
  await world.work(importFileKind(world.metrics));
  expect(await world.one("select count(*) from reading where point_id = $1", [pointId])).toEqual({ count: 0 });
});
