import { earlierDay, laterDay } from "./calendar-day.ts";
import {
  type Amount,
  addAmounts,
  type ContractTerms,
  nothing,
  type Price,
  sameClass,
  withVat,
} from "./contract-terms.ts";

/** What a kWh and a unit of volume cost on the days [from, to) of one tariff class. */
export interface UnitRate {
  readonly from: string;
  /** Null: without end */
  readonly to: string | null;
  readonly perKwh: Amount;
  readonly perNativeUnit: Amount;
}

/**
 * The rates of a tariff class over a contract's days: a new one whenever a price begins or ends. Days on which nothing but
 * taxes is known for the class have none: what it used then has no price, which is not a price of 0.
 */
export function unitRates(contract: ContractTerms, tariffClass: string): UnitRate[] {
  const prices = contract.prices.filter((price) => isOfUse(price) && isOfClass(price, tariffClass));
  const inside = (day: string) => day >= contract.from && (contract.to === null || day < contract.to);
  const starts = [contract.from, ...prices.flatMap(({ from, to }) => (to === null ? [from] : [from, to]))].filter(
    inside,
  );
  const edges = [...new Set(starts)].sort();
  return edges.flatMap((from, index) => {
    const held = prices.filter((price) => price.from <= from && (price.to === null || from < price.to));
    if (held.every(({ isTax }) => isTax)) return [];
    const to = edges[index + 1] ?? contract.to;
    return [{ from, to, perKwh: total(held, "per_kwh"), perNativeUnit: total(held, "per_native_unit") }];
  });
}

/** The rates of a class that hold on some of the days [from, to), cut to them. */
export function ratesWithin(
  rates: readonly UnitRate[],
  from: string,
  to: string,
): (UnitRate & { readonly to: string })[] {
  return rates
    .map((rate) => ({ ...rate, from: laterDay(rate.from, from), to: earlierDay(rate.to ?? to, to) }))
    .filter((rate) => rate.from < rate.to);
}

function isOfUse({ kind }: Price): boolean {
  return kind === "per_kwh" || kind === "per_native_unit";
}

function isOfClass(price: Price, tariffClass: string): boolean {
  return price.tariffClass === null || sameClass(price.tariffClass, tariffClass);
}

function total(prices: readonly Price[], kind: Price["kind"]): Amount {
  return prices
    .filter((price) => price.kind === kind)
    .map(({ amount, vatPercent }) => withVat(amount, vatPercent))
    .reduce(addAmounts, nothing);
}
