import type { Queryable } from "@gtb/database/pool";
import { type FreshConsumptionRow, listFreshConsumption } from "@gtb/database/queries/list-fresh-consumption";

/** Older hours that are computed again are no news to who looks at today. */
const lookBackMs = 3 * 24 * 3_600_000;
/** `known_since` is when a transaction began: rows that it commits later than this are not told live. */
const longestTransactionMs = 60_000;

/** Follows the consumption of buildings as it is computed. */
export class ConsumptionReader {
  /** `known_since` of the hours that were told; undefined before the first call. */
  #told: ReadonlyMap<string, number> | undefined;

  /** Hours computed since the call before; the first call only marks the start. */
  async next(db: Queryable, buildings: readonly string[], now: Date): Promise<FreshConsumptionRow[]> {
    const since = new Date(now.getTime() - lookBackMs);
    const rows = await listFreshConsumption(db, { buildings, since, withinMs: longestTransactionMs });
    const told = this.#told;
    this.#told = new Map(rows.map((row) => [keyOf(row), row.knownSince.getTime()]));
    return told === undefined ? [] : rows.filter((row) => told.get(keyOf(row)) !== row.knownSince.getTime());
  }
}

function keyOf({ register, hour }: FreshConsumptionRow): string {
  return `${register} ${hour.getTime()}`;
}
