import type { KwhPerUnit, Period } from "./register.ts";

/** kWh (PCS) per m³ of gas for a period. */
export interface GasCoefficient extends Period {
  readonly kwhPcsPerM3: number;
}

export interface ConvertibleRegister {
  readonly energy: "electricity" | "gas" | "heat" | "fuel_oil" | "wood" | "water";
  /** UCUM */
  readonly unit: string;
}

const kwhPerEnergyUnit: Readonly<Record<string, number>> = { "W.h": 0.001, "kW.h": 1, "MW.h": 1000 };
const m3PerVolumeUnit: Readonly<Record<string, number>> = { m3: 1, L: 0.001 };

/**
 * What the register's unit holds in kWh, over time: a unit of energy always the same, gas by its coefficients (kWh PCS).
 * Empty for what holds no energy (water) and for units whose energy nobody told us: consumption then has no kWh.
 */
export function kwhPerUnit(
  { energy, unit }: ConvertibleRegister,
  gasCoefficients: readonly GasCoefficient[],
): readonly KwhPerUnit[] {
  const always = kwhPerEnergyUnit[unit];
  if (always !== undefined) {
    return [{ fromMs: Number.NEGATIVE_INFINITY, toMs: Number.POSITIVE_INFINITY, kwhPerUnit: always }];
  }
  const m3PerUnit = m3PerVolumeUnit[unit];
  if (energy !== "gas" || m3PerUnit === undefined) return [];
  return gasCoefficients.map(({ fromMs, toMs, kwhPcsPerM3 }) => ({
    fromMs,
    toMs,
    kwhPerUnit: kwhPcsPerM3 * m3PerUnit,
  }));
}
