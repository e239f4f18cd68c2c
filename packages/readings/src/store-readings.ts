import type { Connection } from "@gtb/database/pool";
import { appendReadingChange } from "@gtb/database/queries/append-reading-change";
import { type MergeContext, mergeReadings, type ReadingRow } from "@gtb/database/queries/merge-readings";

/** A reading without its origin, which the whole call shares. */
export type NewReading = Omit<ReadingRow, "sourceId">;

export interface ReadingSource extends MergeContext {
  /** The uuid of the import, the correction or the uplink. */
  readonly id: string;
}

export interface StoredReadings {
  readonly inserted: number;
  readonly superseded: number;
  readonly unchanged: number;
}

/**
 * Stores readings and marks what changed, in the caller's transaction. Storing the same readings again changes nothing;
 * a different value for a point and time moves the older one to the history (ranks: see mergeReadings).
 */
export async function storeReadings(
  connection: Connection,
  readings: readonly NewReading[],
  source: ReadingSource,
): Promise<StoredReadings> {
  return storeSourcedReadings(
    connection,
    readings.map((reading) => ({ ...reading, sourceId: source.id })),
    source,
  );
}

/** The same for readings that each name their own origin: a batch of uplinks. */
export async function storeSourcedReadings(
  connection: Connection,
  readings: readonly ReadingRow[],
  context: MergeContext,
): Promise<StoredReadings> {
  const { inserted, superseded, changed } = await mergeReadings(connection, readings, context);
  await appendReadingChange(connection, changed === "all" ? readings : changed);
  return { inserted, superseded, unchanged: readings.length - inserted - superseded };
}
