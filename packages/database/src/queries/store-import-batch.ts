import type { Connection } from "../pool.ts";

export interface NewRefusal {
  readonly line: number;
  readonly column: string | null;
  readonly reason: string;
}

export interface RunTarget {
  readonly pointId: number;
  readonly registerId: number | null;
  readonly readings: number;
  readonly from: Date;
  readonly to: Date;
  readonly least: number;
  readonly greatest: number;
  readonly sum: number;
  readonly gaps: number;
}

export interface RunKey {
  readonly runId: number;
  readonly organisationId: number;
}

export async function storeRefusals(
  connection: Connection,
  run: RunKey,
  refusals: readonly NewRefusal[],
): Promise<void> {
  if (refusals.length === 0) return;
  await connection.query(
    `insert into import_refusal (organisation_id, import_run_id, line, column_name, reason)
     select $1, $2, * from unnest($3::bigint[], $4::text[], $5::text[])`,
    [
      run.organisationId,
      run.runId,
      refusals.map(({ line }) => line),
      refusals.map(({ column }) => column),
      refusals.map(({ reason }) => reason),
    ],
  );
}

/** What the run holds of each point up to here, in the place of what was said before. */
export async function storeRunTargets(
  connection: Connection,
  run: RunKey,
  targets: readonly RunTarget[],
): Promise<void> {
  if (targets.length === 0) return;
  await connection.query(
    `insert into import_run_target (organisation_id, import_run_id, point_id, register_id, readings, from_time, to_time, least, greatest, sum, gaps)
     select $1, $2, x."pointId", x."registerId", x.readings, x."from", x."to", x.least, x.greatest, x.sum, x.gaps
       from jsonb_to_recordset($3::jsonb) as x ("pointId" bigint, "registerId" bigint, readings bigint, "from" timestamptz,
            "to" timestamptz, least float8, greatest float8, sum float8, gaps bigint)
     on conflict (import_run_id, point_id) do update set register_id = excluded.register_id, readings = excluded.readings,
            from_time = excluded.from_time, to_time = excluded.to_time, least = excluded.least, greatest = excluded.greatest,
            sum = excluded.sum, gaps = excluded.gaps`,
    [run.organisationId, run.runId, JSON.stringify(targets)],
  );
}
