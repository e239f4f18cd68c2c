import { dayNumber, dayOf, daysOfMonth, daysOfYear, earlierDay, laterDay, nextMonth } from "./calendar-day.ts";
import { type Amount, addAmounts, type ContractTerms, nothing, type Price, withVat } from "./contract-terms.ts";

/**
 * What a contract costs on the days [from, to) whatever is used: by local days, so that a day of 23 or 25 hours is one day.
 * A yearly amount is parted among the 365 or 366 days of its year, a monthly one among the days of its month.
 */
export function fixedCost(contract: ContractTerms, from: string, to: string): Amount {
  const first = laterDay(from, contract.from);
  const last = earlierDay(to, contract.to ?? to);
  return contract.prices
    .map((price) => costOfPrice(price, contract, laterDay(first, price.from), earlierDay(last, price.to ?? last)))
    .reduce(addAmounts, nothing);
}

/** The months [from, to) touches, each cut to it. */
export function monthsWithin(from: string, to: string): { readonly from: string; readonly to: string }[] {
  const months = [];
  for (let start = from; start < to; start = nextMonth(start)) {
    months.push({ from: start, to: earlierDay(nextMonth(start), to) });
  }
  return months;
}

function costOfPrice(price: Price, contract: ContractTerms, from: string, to: string): Amount {
  if (price.kind === "per_kwh" || price.kind === "per_native_unit") return nothing;
  // Within a month neither its length nor the year's changes.
  const amount = monthsWithin(from, to)
    .map((month) => dailyAmount(price, contract, month.from) * (dayNumber(month.to) - dayNumber(month.from)))
    .reduce((sum, part) => sum + part, 0);
  return withVat(amount, price.vatPercent);
}

function dailyAmount({ kind, amount }: Price, { subscribedPowerKva }: ContractTerms, day: string): number {
  if (kind === "per_day") return amount;
  if (kind === "per_month") return amount / daysOfMonth(day);
  const yearly = kind === "per_kva_year" ? amount * (subscribedPowerKva ?? 0) : amount;
  return yearly / daysOfYear(day);
}

/** The days [from, to), one by one. */
export function daysWithin(from: string, to: string): string[] {
  const start = dayNumber(from);
  return Array.from({ length: Math.max(0, dayNumber(to) - start) }, (_, index) => dayOf(start + index));
}
