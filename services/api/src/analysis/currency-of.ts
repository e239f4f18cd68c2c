import type { CostRow } from "@gtb/database/queries/list-costs";
import { commonCurrency, MixedCurrencyError } from "@gtb/domain/money/currency";

/** The currency of all costs; null: nothing has a price; undefined: of several, which nobody can add up. */
export function currencyOf(costs: readonly CostRow[]): string | null | undefined {
  try {
    return commonCurrency(costs.flatMap(({ currency }) => currency ?? []));
  } catch (error) {
    if (error instanceof MixedCurrencyError) return undefined;
    throw error;
  }
}
