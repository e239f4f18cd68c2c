import type { InvoiceToStore } from "@gtb/database/queries/upsert-invoices";
import { addAmounts, type ContractTerms } from "@gtb/domain/money/contract-terms";
import { fixedCost } from "@gtb/domain/money/fixed-cost";
import { roundToCents } from "@gtb/domain/money/round-to-cents";
import { tariffShares } from "@gtb/domain/money/tariff-schedule";
import { type DayQuantity, variableCost } from "@gtb/domain/money/variable-cost";
import type { BuildingSeries } from "../model/building-series.ts";
import { gasCoefficientKwhPcsPerM3 } from "../model/heating.ts";
import { parisOffsetMs, parisTime } from "../model/paris-time.ts";
import type { MeterPlan } from "../sensors/sensor-plan.ts";
import { simulatedContract } from "./simulated-contract.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** What is wrong with a bill: an index misread, prices of nobody's contract, no index read at all. */
export type InvoiceStory = "misread" | "overpriced" | "estimated";
const misreadBy = 1.35;
const overpricedBy = 1.12;
const guessedBy = 0.8;

/** A whole local month: its first day and that of the next, with their local midnights. */
export interface BilledMonth {
  readonly from: string;
  readonly to: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/** The whole months of Paris within [fromMs, toMs). */
export function billedMonths(fromMs: number, toMs: number): BilledMonth[] {
  const start = new Date(fromMs + parisOffsetMs(fromMs));
  const months: BilledMonth[] = [];
  for (let month = start.getUTCMonth(); ; month++) {
    const first = Date.UTC(start.getUTCFullYear(), month);
    const next = Date.UTC(start.getUTCFullYear(), month + 1);
    const bounds = { fromMs: first - parisOffsetMs(first), toMs: next - parisOffsetMs(next) };
    if (bounds.toMs > toMs) return months;
    if (bounds.fromMs >= fromMs) months.push({ ...bounds, from: dateOf(first), to: dateOf(next) });
  }
}

/** What the supplier bills for a month, of what really flowed; `story`: what is wrong with it. */
export function simulatedInvoice(
  series: BuildingSeries,
  meter: MeterPlan,
  month: BilledMonth,
  story: InvoiceStory | undefined,
): Omit<InvoiceToStore, "deliveryPointId"> {
  const contract = termsOf(meter);
  const factor = story === "misread" ? misreadBy : story === "estimated" ? guessedBy : 1;
  const used = quantities(series, meter, contract, month, factor);
  const cost = addAmounts(variableCost(contract, used), fixedCost(contract, month.from, month.to));
  const priced = story === "overpriced" ? overpricedBy : 1;
  const sum = (field: "energyKwh" | "native") => Math.round(used.reduce((total, one) => total + (one[field] ?? 0), 0));
  return {
    number: `SIM-${month.from.slice(0, 7)}-${meter.energy.slice(0, 4).toUpperCase()}`,
    issuedOn: `${month.to.slice(0, 7)}-05`,
    from: month.from,
    to: month.to,
    kind: story === "estimated" ? "estimated" : "actual",
    energyKwh: sum("energyKwh"),
    native: meter.energy === "gas" ? sum("native") : null,
    currency: contract.currency,
    amountExclTax: roundToCents(cost.exclTax * priced),
    amountInclTax: roundToCents(cost.inclTax * priced),
    lines: [],
    document: null,
    source: "simulated",
  };
}

function termsOf(meter: MeterPlan): ContractTerms {
  const { prices, ...contract } = simulatedContract(meter);
  return { ...contract, prices: prices.map((price) => ({ ...price, from: price.from ?? contract.from })) };
}

/** What flowed by local hour and tariff class, times `factor`; days of Paris. */
function quantities(
  series: BuildingSeries,
  meter: MeterPlan,
  { schedule }: ContractTerms,
  { fromMs, toMs }: BilledMonth,
  factor: number,
): DayQuantity[] {
  const result: DayQuantity[] = [];
  for (let atMs = fromMs; atMs < toMs; atMs += hourMs) {
    const flowed = (series.register(meter.flow, atMs + hourMs) - series.register(meter.flow, atMs)) * factor;
    const { day, weekday, minute } = parisTime(atMs);
    const date = dateOf(day * dayMs);
    const at = { month: Number(date.slice(5, 7)), weekday, hour: Math.floor(minute / 60) };
    const shares = schedule === null ? [{ tariffClass: "base", share: 1 }] : tariffShares(schedule, at);
    const perUnit = meter.energy === "gas" ? gasCoefficientKwhPcsPerM3(atMs) : 1;
    for (const { tariffClass, share } of shares) {
      const native = flowed * share;
      result.push({ day: date, tariffClass, energyKwh: native * perUnit, native });
    }
  }
  return result;
}

function dateOf(utcMs: number): string {
  return new Date(utcMs).toISOString().slice(0, 10);
}
