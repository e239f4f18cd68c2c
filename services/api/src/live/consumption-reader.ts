import type { Queryable } from "@gtb/database/pool";
import { type FreshConsumptionRow, listFreshConsumption } from "@gtb/database/queries/list-fresh-consumption";

/** Older hours that are computed again are no news to who looks at today. */
const lookBackMs = 3 * 24 * 3_600_000;
/** `known_since` is when a transaction began: rows that it commits later than this are not told live. */
const longestTransactionMs = 60_000;

/** Follows the consumption of buildings as it is computed. */
export class ConsumptionReader {
  #told = new Map<string, number>();
  #startedAt: Date | undefined;

  /** Hours computed since the call before; the first call only marks the start. */
  async next(db: Queryable, buildings: readonly string[], now: Date): Promise<FreshConsumptionRow[]> {
    this.#startedAt ??= now;
    const knownSince = new Date(Math.max(now.getTime() - longestTransactionMs, this.#startedAt.getTime()));
    const since = new Date(now.getTime() - lookBackMs);
    const rows = await listFreshConsumption(db, { buildings, since, knownSince });
    const fresh = rows.filter((row) => this.#told.get(keyOf(row)) !== row.knownSince.getTime());
    this.#told = new Map(rows.map((row) => [keyOf(row), row.knownSince.getTime()]));
    return fresh;
  }

  reset(): void {
    this.#told.clear();
    this.#startedAt = undefined;
  }
}

function keyOf({ register, hour }: FreshConsumptionRow): string {
  return `${register} ${hour.getTime()}`;
}
