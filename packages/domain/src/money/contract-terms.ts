import type { TariffSchedule } from "./tariff-schedule.ts";

/** per_native_unit: of the register's own unit, such as m³ of water. per_kva_year: of the subscribed power. */
export const priceKinds = ["per_kwh", "per_native_unit", "per_kva_year", "per_day", "per_month", "per_year"] as const;
export type PriceKind = (typeof priceKinds)[number];

/** Days `YYYY-MM-DD`; `to` is not included, null: without end. */
export interface DayRange {
  readonly from: string;
  readonly to: string | null;
}

/** One component of what is paid. */
export interface Price extends DayRange {
  readonly label: string;
  readonly kind: PriceKind;
  /** Null: of all tariff classes */
  readonly tariffClass: string | null;
  /** In the contract's currency, without VAT; gas per kWh PCS */
  readonly amount: number;
  /** A tax or contribution other than VAT: alone it is no price of energy. */
  readonly isTax: boolean;
  readonly vatPercent: number;
}

/** What a contract says of its price. */
export interface ContractTerms extends DayRange {
  /** ISO 4217 */
  readonly currency: string;
  readonly subscribedPowerKva: number | null;
  /** For registers that tell no tariff class; null: there is but one. */
  readonly schedule: TariffSchedule | null;
  readonly prices: readonly Price[];
}

/** An amount, before and after VAT. Not rounded: see `roundToCents`. */
export interface Amount {
  readonly exclTax: number;
  readonly inclTax: number;
}

export function addAmounts(a: Amount, b: Amount): Amount {
  return { exclTax: a.exclTax + b.exclTax, inclTax: a.inclTax + b.inclTax };
}

export const nothing: Amount = { exclTax: 0, inclTax: 0 };

/** `amount` with its VAT. */
export function withVat(amount: number, vatPercent: number): Amount {
  return { exclTax: amount, inclTax: amount * (1 + vatPercent / 100) };
}

/** Tariff classes are the same whatever their case: `HP`, `hp`. */
export function sameClass(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
