import type { DayRange } from "../money/contract-terms.ts";

export type FactorEnergy = "electricity" | "gas" | "heat" | "fuel_oil" | "wood";
/** What a meter counts the energy of. */
export type EndUse =
  | "heating"
  | "hot_water"
  | "cooling"
  | "ventilation"
  | "lighting"
  | "cooking"
  | "sockets"
  | "it"
  | "pool"
  | "charging"
  | "production"
  | "other";

/** co2e: kg CO2e per kWh · primary_energy: kWh of primary energy per kWh · pcs_per_pci: kWh PCS per kWh PCI. */
export const factorKinds = ["co2e", "primary_energy", "pcs_per_pci"] as const;
export type FactorKind = (typeof factorKinds)[number];

/** Of which kWh a factor speaks: kWh PCI, kWh PCS, or the meter's own (`final`). */
export type FactorBasis = "pci" | "pcs" | "final";

/** A factor with its source, valid from the first of a month to the first of another. */
export interface EnergyFactor extends DayRange {
  /** uuid */
  readonly id: string;
  readonly kind: FactorKind;
  readonly energy: FactorEnergy;
  /** Null: of every use that has no factor of its own */
  readonly endUse: EndUse | null;
  readonly value: number;
  readonly basis: FactorBasis;
  readonly year: number;
  readonly source: string;
  /** The organisation's own: it goes before the platform's. */
  readonly own: boolean;
}

export interface FactorNeed {
  readonly kind: "co2e" | "primary_energy";
  readonly energy: string;
  /** Of the meter; null: of several or unknown */
  readonly endUse: string | null;
}

/** What a kWh as the meter counts it (gas: PCS) stands for on the days [from, to), and by which factors. */
export interface FactorPeriod extends DayRange {
  readonly perKwh: number;
  /** The factor, and the ratio PCS/PCI where it took one. */
  readonly factors: readonly EnergyFactor[];
}

/**
 * The factors of a need over time. An organisation's own goes before the platform's, one of the end use before one of all
 * uses. Days without a factor, or without the ratio that it takes, are in no period: what was used then has no CO2 that we
 * know, which is not 0.
 */
export function factorPeriods(factors: readonly EnergyFactor[], need: FactorNeed): FactorPeriod[] {
  const fitting = factors.filter((factor) => fits(factor, need) || isRatio(factor, need.energy));
  const edges = [...new Set(fitting.flatMap(({ from, to }) => (to === null ? [from] : [from, to])))].sort();
  return edges.flatMap((from, index) => {
    const held = fitting.filter((factor) => factor.from <= from && (factor.to === null || from < factor.to));
    const [factor] = held.filter(({ kind }) => kind === need.kind).sort(byPrecedence);
    const [ratio] = held.filter(({ kind }) => kind === "pcs_per_pci").sort(byPrecedence);
    const period = factor && convert(factor, ratio);
    return period ? [{ ...period, from, to: edges[index + 1] ?? null }] : [];
  });
}

function fits({ kind, energy, endUse }: EnergyFactor, need: FactorNeed): boolean {
  return kind === need.kind && energy === need.energy && (endUse === null || endUse === need.endUse);
}

function isRatio({ kind, energy }: EnergyFactor, needed: string): boolean {
  return kind === "pcs_per_pci" && energy === needed;
}

function byPrecedence(a: EnergyFactor, b: EnergyFactor): number {
  const rank = ({ own, endUse }: EnergyFactor) => (own ? 2 : 0) + (endUse === null ? 0 : 1);
  return rank(b) - rank(a);
}

/** A kWh PCI of gas is worth 1.11 kWh PCS: what it emits is spread over more of them. Of gas alone meters count PCS. */
function convert(
  factor: EnergyFactor,
  ratio: EnergyFactor | undefined,
): Pick<FactorPeriod, "perKwh" | "factors"> | undefined {
  if (factor.basis !== "pci" || factor.energy !== "gas") return { perKwh: factor.value, factors: [factor] };
  return ratio && { perKwh: factor.value / ratio.value, factors: [factor, ratio] };
}
