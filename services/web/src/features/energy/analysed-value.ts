import type { AnalysedSeries } from "../../api/analysis.ts";
import type { EnergyUnit } from "./energy-choice.ts";

type Figures = Pick<AnalysedSeries, "energyKwh" | "cost" | "kgCo2e">;
type Total = Pick<AnalysedSeries["total"], "energyKwh" | "cost" | "kgCo2e">;

/** A bucket in the unit that is shown; null: unknown, has no price, no factor, or no floor area to divide by. */
export function bucketIn(unit: EnergyUnit, series: Figures, index: number, floorAreaM2: number | null): number | null {
  const of = (column: "energyKwh" | "cost" | "kgCo2e") => series[column][index] ?? null;
  return valueIn(unit, { energyKwh: of("energyKwh"), cost: of("cost"), kgCo2e: of("kgCo2e") }, floorAreaM2);
}

/** A sum in the unit that is shown. */
export function valueIn(unit: EnergyUnit, total: Total, floorAreaM2: number | null): number | null {
  if (unit === "eur") return total.cost;
  if (unit === "co2e") return total.kgCo2e;
  if (unit === "kWh" || total.energyKwh === null) return total.energyKwh;
  return floorAreaM2 === null ? null : total.energyKwh / floorAreaM2;
}
