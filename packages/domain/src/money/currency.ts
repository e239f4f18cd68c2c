/** A sum over amounts of several currencies was asked for: it has no meaning. */
export class MixedCurrencyError extends Error {
  override readonly name = "MixedCurrencyError";
}

/** The one currency of all amounts; null where there are none. Throws MixedCurrencyError where there are several. */
export function commonCurrency(currencies: Iterable<string>): string | null {
  const distinct = [...new Set(currencies)].sort();
  if (distinct.length > 1) throw new MixedCurrencyError(`amounts in ${distinct.join(" and ")} cannot be added up`);
  return distinct[0] ?? null;
}
