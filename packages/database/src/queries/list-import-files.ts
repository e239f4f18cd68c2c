import type { Queryable } from "../pool.ts";

export interface ImportRunRow {
  readonly id: string;
  readonly kind: "check" | "import" | "undo";
  readonly state: "queued" | "running" | "done" | "failed";
  /** null: of an undo */
  readonly mapping: unknown;
  readonly progressDone: number;
  readonly progressTotal: number | null;
  readonly lines: number;
  readonly refused: number;
  readonly inserted: number;
  readonly superseded: number;
  readonly unchanged: number;
  readonly error: string | null;
  readonly requestedAt: Date;
  readonly finishedAt: Date | null;
}

export interface ImportFileRow {
  readonly id: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly name: string;
  readonly bytes: number;
  readonly receivedBytes: number;
  readonly createdAt: Date;
  /** Since when its bytes are gone; null: they are there */
  readonly prunedAt: Date | null;
  /** The newest; null: nobody has asked for any */
  readonly latestRun: ImportRunRow | null;
}

interface StoredFile extends ImportFileRow {
  readonly createdText: string;
}

/** A run as JSON, of `r` beside its job `j`. A job that was forgotten is over. */
const runObject = `jsonb_build_object('id', r.uuid, 'kind', r.kind, 'mapping', r.mapping,
  'state', case when r.error is not null then 'failed' when r.finished_at is not null then 'done' else coalesce(j.state, 'failed') end,
  'progressDone', coalesce(j.progress_done, 0), 'progressTotal', j.progress_total, 'lines', r.lines, 'refused', r.refused,
  'inserted', r.inserted, 'superseded', r.superseded, 'unchanged', r.unchanged,
  'error', coalesce(r.error, case when j.state = 'failed' then j.message end),
  'requestedAt', r.requested_at, 'finishedAt', r.finished_at)`;

const columns = `f.uuid as id, jsonb_build_object('id', o.uuid, 'name', o.name) as organisation, f.name, f.bytes,
  (select coalesce(sum(octet_length(c.content)), 0) from import_file_chunk c where c.import_file_id = f.id)::bigint as "receivedBytes",
  f.created_at as "createdAt", f.pruned_at as "prunedAt", f.created_at::text as "createdText"`;

export interface ImportFileFilter {
  /** uuid: of that organisation only */
  readonly organisation?: string | undefined;
  readonly after?: { readonly createdText: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Files that were brought, the newest first, each with its latest run. */
export async function listImportFiles(
  db: Queryable,
  { organisation, after, limit }: ImportFileFilter,
): Promise<StoredFile[]> {
  const { rows } = await db.query<StoredFile>(
    `select ${columns},
            (select ${runObject} from import_run r left join job j on j.id = r.job_id
              where r.import_file_id = f.id order by r.id desc limit 1) as "latestRun"
       from import_file f join organisation o on o.id = f.organisation_id
      where ($1::uuid is null or o.uuid = $1)
        and ($2::timestamptz is null or (f.created_at, f.uuid) < ($2, $3::uuid))
      order by f.created_at desc, f.uuid desc limit $4`,
    [organisation, after?.createdText, after?.id, limit],
  );
  return rows.map(withRunTimes);
}

/** One file with its latest run. */
export async function getImportFile(db: Queryable, id: string): Promise<ImportFileRow | undefined> {
  const { rows } = await db.query<StoredFile>(
    `select ${columns},
            (select ${runObject} from import_run r left join job j on j.id = r.job_id
              where r.import_file_id = f.id order by r.id desc limit 1) as "latestRun"
       from import_file f join organisation o on o.id = f.organisation_id where f.uuid = $1`,
    [id],
  );
  return rows.map(withRunTimes).map(({ createdText: _, ...file }) => file)[0];
}

/** One run, of any file. */
export async function getImportRun(db: Queryable, id: string): Promise<ImportRunRow | undefined> {
  const { rows } = await db.query<{ run: ImportRunRow }>(
    `select ${runObject} as run from import_run r left join job j on j.id = r.job_id where r.uuid = $1`,
    [id],
  );
  return rows[0] && withTimes(rows[0].run);
}

function withRunTimes<T extends { readonly latestRun: ImportRunRow | null }>(row: T): T {
  return { ...row, latestRun: row.latestRun && withTimes(row.latestRun) };
}

/** JSON has no times. */
function withTimes(run: ImportRunRow): ImportRunRow {
  const { requestedAt, finishedAt } = run;
  return { ...run, requestedAt: new Date(requestedAt), finishedAt: finishedAt && new Date(finishedAt) };
}
