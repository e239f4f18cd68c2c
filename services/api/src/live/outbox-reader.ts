import type { Queryable } from "@gtb/database/pool";
import {
  currentOutboxPosition,
  listReadingChanges,
  type OutboxPosition,
} from "@gtb/database/queries/list-reading-changes";

/** Changes read at once; where more wait, those who listen are told to ask again instead. */
const mostChanges = 500;

export interface ChangedPoints {
  /** Inner ids */
  readonly pointIds: readonly number[];
  /** More changed than is worth telling one by one; the reader has gone to the end. */
  readonly skipped: boolean;
}

/** Follows the outbox of readings from the moment of its first call. */
export class OutboxReader {
  #position: OutboxPosition | undefined;

  /** Points with readings of a time since `since` that were stored after the call before. */
  async next(db: Queryable, since: Date): Promise<ChangedPoints> {
    if (this.#position === undefined) {
      this.#position = await currentOutboxPosition(db);
      return { pointIds: [], skipped: false };
    }
    const { seen } = this.#position;
    const { rows, xid } = await listReadingChanges(db, this.#position, since, mostChanges);
    if (rows.length === mostChanges) {
      this.#position = await currentOutboxPosition(db);
      return { pointIds: [], skipped: true };
    }
    // Rows of transactions older than the horizon will not be met again; what is younger must be remembered.
    const met = rows.filter((row) => BigInt(row.xid) >= BigInt(xid)).map(({ id }) => id);
    this.#position = { xid, seen: xid === this.#position.xid ? [...seen, ...met] : met };
    return { pointIds: [...new Set(rows.flatMap(({ pointIds }) => pointIds))], skipped: false };
  }

  /** Forgets where it was: the next call starts at the end again. */
  reset(): void {
    this.#position = undefined;
  }
}
