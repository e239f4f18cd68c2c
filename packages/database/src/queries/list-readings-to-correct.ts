import type { Connection } from "../pool.ts";
import type { ReadingSourceKind } from "./merge-readings.ts";

/** A reading as it stands, or as it stood. */
export interface SourcedReading {
  readonly time: Date;
  readonly value: number;
  readonly quality: number;
  readonly sourceKind: ReadingSourceKind;
  readonly sourceId: string;
  /** Microseconds since 1970: a Date would round them, and one version ends in the microsecond in which the next begins. */
  readonly knownFromUs: number;
  /** Null: it stands. */
  readonly knownToUs: number | null;
}

export interface ReadingRange {
  readonly pointId: number;
  /** [from, to] */
  readonly from: Date;
  readonly to: Date;
}

const columns = `time, value, quality, source_kind as "sourceKind", source_id as "sourceId"`;
const us = (column: string): string => `(extract(epoch from ${column}) * 1000000)::bigint`;

/** The readings of a point in [from, to], locked until the transaction ends. Reads one index range in the period's chunks. */
export async function lockReadings(connection: Connection, range: ReadingRange): Promise<SourcedReading[]> {
  const { rows } = await connection.query<SourcedReading>(
    `select ${columns}, ${us("known_since")} as "knownFromUs", null as "knownToUs"
       from reading where point_id = $1 and time between $2 and $3 order by time for update`,
    [range.pointId, range.from, range.to],
  );
  return rows;
}

/** What was superseded in that range, the newest first at each time. */
export async function listSupersededReadings(connection: Connection, range: ReadingRange): Promise<SourcedReading[]> {
  const { rows } = await connection.query<SourcedReading>(
    `select ${columns}, ${us("lower(known)")} as "knownFromUs", ${us("upper(known)")} as "knownToUs"
       from reading_history where point_id = $1 and time between $2 and $3 order by time, upper(known) desc, lower(known) desc`,
    [range.pointId, range.from, range.to],
  );
  return rows;
}
