import type { Queryable } from "../pool.ts";

export interface HypertableRow {
  readonly table: string;
  readonly timeColumn: string;
  readonly chunkInterval: string;
}

/** Which tables are hypertables, by name, and the span of one chunk. pg_dump does not say it. */
export async function listHypertables(db: Queryable): Promise<HypertableRow[]> {
  const { rows } = await db.query<HypertableRow>(
    `select format('%s.%s', hypertable_schema, hypertable_name) as "table", column_name as "timeColumn",
            time_interval::text as "chunkInterval"
       from timescaledb_information.dimensions order by 1, dimension_number`,
  );
  return rows;
}
