import { type Amount, addAmounts, type ContractTerms, nothing } from "./contract-terms.ts";
import { type UnitRate, unitRates } from "./unit-rates.ts";

/** What one tariff class used on one local day. */
export interface DayQuantity {
  readonly day: string;
  readonly tariffClass: string;
  /** Gas in kWh PCS; null: unknown */
  readonly energyKwh: number | null;
  /** In the register's unit; null: unknown */
  readonly native: number | null;
}

export interface VariableCost extends Amount {
  /** Quantities for which the contract has no price: they are in no sum. */
  readonly withoutPrice: readonly DayQuantity[];
}

/** What was used costs, by the prices of each day. */
export function variableCost(contract: ContractTerms, quantities: readonly DayQuantity[]): VariableCost {
  const ratesOf = new Map<string, readonly UnitRate[]>();
  for (const { tariffClass } of quantities) {
    if (!ratesOf.has(tariffClass)) ratesOf.set(tariffClass, unitRates(contract, tariffClass));
  }
  const withoutPrice: DayQuantity[] = [];
  let sum = nothing;
  for (const quantity of quantities) {
    const rate = ratesOf.get(quantity.tariffClass)?.find(({ from, to }) => holds(from, to, quantity.day));
    const cost = rate && costOf(rate, quantity);
    if (cost === undefined) withoutPrice.push(quantity);
    else sum = addAmounts(sum, cost);
  }
  return { ...sum, withoutPrice };
}

/** Undefined where the rate asks for a quantity that is unknown. */
function costOf({ perKwh, perNativeUnit }: UnitRate, { energyKwh, native }: DayQuantity): Amount | undefined {
  const asked = [
    { rate: perKwh, quantity: energyKwh },
    { rate: perNativeUnit, quantity: native },
  ].filter(({ rate }) => rate.exclTax !== 0);
  if (asked.some(({ quantity }) => quantity === null)) return undefined;
  return asked
    .map(({ rate, quantity }) => ({ exclTax: rate.exclTax * (quantity ?? 0), inclTax: rate.inclTax * (quantity ?? 0) }))
    .reduce(addAmounts, nothing);
}

function holds(from: string, to: string | null, day: string): boolean {
  return from <= day && (to === null || day < to);
}
