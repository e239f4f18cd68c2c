import { type ContractTerms, nothing } from "./contract-terms.ts";
import { daysWithin, fixedCost } from "./fixed-cost.ts";
import { type DayQuantity, variableCost } from "./variable-cost.ts";

/** What was measured at the invoice's delivery point on one local day, by tariff class. */
export interface MeasuredDay extends DayQuantity {
  /** Register-hours that are measured or estimated, of those that the day has. */
  readonly knownHours: number;
  readonly dayHours: number;
}

export interface BilledUse {
  /** First day billed, and the day after the last */
  readonly from: string;
  readonly to: string;
  readonly kind: "actual" | "estimated" | "credit";
  /** Gas in kWh PCS; null: the bill tells none */
  readonly energyKwh: number | null;
  /** In m³; null: the bill tells none */
  readonly native: number | null;
  readonly amountExclTax: number | null;
}

/**
 * missing_time: hours of the period of which nothing is known, at the mean of those that are · gas_coefficient: the bill
 * takes another kWh per m³ than we do · period_edges: at which hour of the edge days the index was read is not told ·
 * supplier_estimate: the bill is a guess · unexplained: the rest.
 */
export type DifferenceCause = "missing_time" | "gas_coefficient" | "period_edges" | "supplier_estimate" | "unexplained";

export interface DifferencePart {
  readonly cause: DifferenceCause;
  /** Billed minus measured */
  readonly quantity: number;
}

/** unknown: too little is measured (under half of the hours), or the bill tells no quantity. */
export type QuantityVerdict = "agrees" | "explained" | "estimated" | "differs" | "unknown";
/** unknown: no contract with a price for all of it, or the bill tells no amount. */
export type PriceVerdict = "agrees" | "differs" | "unknown";

export interface Reconciliation {
  readonly unit: "kWh" | "native";
  readonly billed: number | null;
  /** Sum of what is known; null: nothing is. */
  readonly measured: number | null;
  /** Known ÷ all hours of the period */
  readonly completeness: number;
  readonly difference: number | null;
  /** Add up to the difference. */
  readonly parts: readonly DifferencePart[];
  readonly quantityVerdict: QuantityVerdict;
  /** What the billed quantity should cost by the contract, with the fixed costs of the period. */
  readonly expectedExclTax: number | null;
  /** Billed minus expected */
  readonly priceDifference: number | null;
  readonly priceVerdict: PriceVerdict;
}

export interface ReconciliationInput {
  readonly billed: BilledUse;
  /** Days of the invoice's period; others are left out. */
  readonly days: readonly MeasuredDay[];
  readonly contracts: readonly ContractTerms[];
  /** What is small enough to agree, as a share of what is billed */
  readonly tolerance: number;
}

/** Compares an invoice with what was measured, and its amount with the contract. */
export function reconcileInvoice({ billed, days, contracts, tolerance }: ReconciliationInput): Reconciliation {
  const within = days.filter(({ day }) => billed.from <= day && day < billed.to);
  const unit = billed.energyKwh === null && billed.native !== null ? "native" : "kWh";
  const measured = measure(within, unit);
  const quantity = unit === "kWh" ? billed.energyKwh : billed.native;
  const parts = quantity === null || measured.total === null ? [] : explain(billed, quantity, within, measured);
  const difference = quantity === null || measured.total === null ? null : quantity - measured.total;
  const price = checkPrice(billed, within, contracts, tolerance);
  return {
    unit,
    billed: quantity,
    measured: measured.total,
    completeness: measured.completeness,
    difference,
    parts,
    quantityVerdict: judge(billed, quantity, difference, parts, measured.completeness, tolerance),
    ...price,
  };
}

interface Measured {
  readonly total: number | null;
  readonly completeness: number;
  /** The most that the hours of the edge days may hold. */
  readonly edge: number;
  readonly unit: "kWh" | "native";
}

function quantityOf(day: MeasuredDay, unit: "kWh" | "native"): number | null {
  return unit === "kWh" ? day.energyKwh : day.native;
}

function measure(days: readonly MeasuredDay[], unit: "kWh" | "native"): Measured {
  const known = days.flatMap((day) => quantityOf(day, unit) ?? []);
  const hours = days.reduce((sum, { dayHours }) => sum + dayHours, 0);
  const knownHours = days.reduce((sum, day) => sum + (quantityOf(day, unit) === null ? 0 : day.knownHours), 0);
  const ends = days.map(({ day }) => day).sort();
  const onDay = (edge: string | undefined) =>
    days.filter(({ day }) => day === edge).reduce((sum, day) => sum + Math.abs(quantityOf(day, unit) ?? 0), 0);
  return {
    total: known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0),
    completeness: hours === 0 ? 0 : Math.min(1, knownHours / hours),
    edge: onDay(ends[0]) + onDay(ends.at(-1)),
    unit,
  };
}

function explain(
  billed: BilledUse,
  quantity: number,
  days: readonly MeasuredDay[],
  measured: Measured,
): DifferencePart[] {
  const { completeness, edge } = measured;
  const total = measured.total ?? 0;
  let rest = quantity - total;
  const parts: DifferencePart[] = [];
  const take = (cause: DifferenceCause, part: number) => {
    // What is left of subtracting is no part.
    if (Math.abs(part) < 1e-6) return;
    parts.push({ cause, quantity: part });
    rest -= part;
  };
  take("missing_time", completeness > 0 ? total / completeness - total : 0);
  take("gas_coefficient", measured.unit === "kWh" ? coefficientPart(billed, days) : 0);
  if (billed.kind === "estimated") take("supplier_estimate", rest);
  take("period_edges", Math.max(-edge, Math.min(edge, rest)));
  take("unexplained", rest);
  return parts;
}

/** (kWh per m³ of the bill − ours) × m³ of the bill; 0 where one of both is not told. */
function coefficientPart({ energyKwh, native }: BilledUse, days: readonly MeasuredDay[]): number {
  const both = days.filter((day) => day.energyKwh !== null && day.native !== null);
  const [kwh, volume] = [sumOf(both, "energyKwh"), sumOf(both, "native")];
  if (energyKwh === null || native === null || native === 0 || volume === 0) return 0;
  // A register in kWh says nothing of m³: its native unit is the kWh itself.
  if (kwh === volume) return 0;
  const [theirs, ours] = [energyKwh / native, kwh / volume];
  // Bills have whole m³: what half of one holds is no other coefficient.
  if (Math.abs((theirs - ours) * native) <= ours / 2) return 0;
  return isGasCoefficient(theirs) && isGasCoefficient(ours) ? (theirs - ours) * native : 0;
}

/** Bounds of any gas that is delivered, as the table of coefficients has them: beyond it the kWh or the m³ are wrong. */
function isGasCoefficient(kwhPerM3: number): boolean {
  return kwhPerM3 >= 5 && kwhPerM3 <= 15;
}

function sumOf(days: readonly MeasuredDay[], field: "energyKwh" | "native"): number {
  return days.reduce((sum, day) => sum + (day[field] ?? 0), 0);
}

function judge(
  billed: BilledUse,
  quantity: number | null,
  difference: number | null,
  parts: readonly DifferencePart[],
  completeness: number,
  tolerance: number,
): QuantityVerdict {
  if (quantity === null || difference === null || completeness < 0.5) return "unknown";
  // Bills have whole units.
  const allowed = Math.max(1, tolerance * Math.abs(quantity));
  if (Math.abs(difference) <= allowed) return "agrees";
  if (billed.kind === "estimated") return "estimated";
  const unexplained = parts.find(({ cause }) => cause === "unexplained")?.quantity ?? 0;
  return Math.abs(unexplained) <= allowed ? "explained" : "differs";
}

type PriceCheck = Pick<Reconciliation, "expectedExclTax" | "priceDifference" | "priceVerdict">;

function checkPrice(
  billed: BilledUse,
  days: readonly MeasuredDay[],
  contracts: readonly ContractTerms[],
  tolerance: number,
): PriceCheck {
  const expectedExclTax = expectedCost(billed, days, contracts);
  if (expectedExclTax === null || billed.amountExclTax === null) {
    return { expectedExclTax, priceDifference: null, priceVerdict: "unknown" };
  }
  const priceDifference = billed.amountExclTax - expectedExclTax;
  const agrees = Math.abs(priceDifference) <= Math.max(1, tolerance * Math.abs(billed.amountExclTax));
  return { expectedExclTax, priceDifference, priceVerdict: agrees ? "agrees" : "differs" };
}

/** Null where some of the quantity or of the days has no price. */
function expectedCost(
  billed: BilledUse,
  days: readonly MeasuredDay[],
  contracts: readonly ContractTerms[],
): number | null {
  const holds = ({ from, to }: ContractTerms, day: string) => from <= day && (to === null || day < to);
  const wanted = spread(billed, days);
  const costs = contracts.map((contract) => {
    const variable = variableCost(
      contract,
      wanted.filter(({ day }) => holds(contract, day)),
    );
    const fixed = billed.kind === "credit" ? nothing : fixedCost(contract, billed.from, billed.to);
    return { cost: variable.exclTax + fixed.exclTax, withoutPrice: variable.withoutPrice.length };
  });
  // Of a day without a contract the fixed costs are unknown too, whatever was used on it.
  const covered = daysWithin(billed.from, billed.to).every((day) => contracts.some((one) => holds(one, day)));
  if (wanted.length === 0 || !covered || costs.some(({ withoutPrice }) => withoutPrice > 0)) return null;
  return costs.reduce((sum, { cost }) => sum + cost, 0);
}

/** The billed quantity over its days and classes, in proportion to what was measured; evenly where nothing was. */
function spread(billed: BilledUse, days: readonly MeasuredDay[]): DayQuantity[] {
  const weightOf = (day: MeasuredDay) => Math.max(0, day.energyKwh ?? day.native ?? 0);
  const total = days.reduce((sum, day) => sum + weightOf(day), 0);
  const part = (share: number) => ({
    energyKwh: billed.energyKwh === null ? null : billed.energyKwh * share,
    native: billed.native === null ? null : billed.native * share,
  });
  if (billed.energyKwh === null && billed.native === null) return [];
  if (total > 0) {
    return days
      .filter((day) => weightOf(day) > 0)
      .map((day) => ({ day: day.day, tariffClass: day.tariffClass, ...part(weightOf(day) / total) }));
  }
  const all = daysWithin(billed.from, billed.to);
  return all.map((day) => ({ day, tariffClass: "base", ...part(1 / all.length) }));
}
