import type { Connection, Queryable } from "../pool.ts";

export interface ImportRunSetup {
  readonly runId: number;
  readonly organisationId: number;
  /** uuids */
  readonly organisation: string;
  readonly file: string;
  readonly name: string;
  readonly bytes: number;
  readonly kind: "check" | "import" | "undo";
  readonly mapping: unknown;
  readonly finished: boolean;
}

/** What a run (uuid) is about, for the worker that does it. */
export async function loadImportRun(db: Queryable, run: string): Promise<ImportRunSetup | undefined> {
  const { rows } = await db.query<ImportRunSetup>(
    `select r.id as "runId", r.organisation_id as "organisationId", o.uuid as organisation, f.uuid as file, f.name, f.bytes,
            r.kind, r.mapping, r.finished_at is not null as finished
       from import_run r join import_file f on f.id = r.import_file_id join organisation o on o.id = r.organisation_id
      where r.uuid = $1`,
    [run],
  );
  return rows[0];
}

export interface RunCounts {
  readonly lines: number;
  readonly refused: number;
  readonly inserted: number;
  readonly superseded: number;
  readonly unchanged: number;
}

/** Adds what a batch did to a run's counts. */
export async function addToImportRun(connection: Connection, runId: number, counts: RunCounts): Promise<void> {
  const { lines, refused, inserted, superseded, unchanged } = counts;
  await connection.query(
    `update import_run set lines = lines + $2, refused = refused + $3, inserted = inserted + $4,
            superseded = superseded + $5, unchanged = unchanged + $6 where id = $1`,
    [runId, lines, refused, inserted, superseded, unchanged],
  );
}

/** `error`: why it ended early, in French; null: it is done. */
export async function finishImportRun(db: Queryable, runId: number, error: string | null): Promise<void> {
  await db.query("update import_run set finished_at = now(), error = $2 where id = $1", [runId, error]);
}
