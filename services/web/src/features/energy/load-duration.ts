import type { Hours } from "./hour-grid.ts";

/** How long a building draws how much: the hours of a period from the greatest to the least. */
export interface LoadDuration {
  /** Mean power of each known hour, kW, falling */
  readonly powersKw: readonly number[];
  readonly unknownHours: number;
  readonly estimatedHours: number;
  readonly peakKw: number;
  readonly medianKw: number;
  /** Drawn during 95 % of the hours: what never stops */
  readonly baseKw: number;
}

/** kWh in an hour are mean kW. Null where nothing is known. */
export function loadDuration({ energyKwh, estimated }: Hours): LoadDuration | null {
  const powersKw = energyKwh.filter((kwh) => kwh !== null).sort((a, b) => b - a);
  const [peakKw] = powersKw;
  if (peakKw === undefined) return null;
  const exceededDuring = (share: number) => powersKw[Math.ceil(powersKw.length * share) - 1] ?? peakKw;
  return {
    powersKw,
    unknownHours: energyKwh.length - powersKw.length,
    estimatedHours: energyKwh.filter((kwh, index) => kwh !== null && estimated[index] === true).length,
    peakKw,
    medianKw: exceededDuring(0.5),
    baseKw: exceededDuring(0.95),
  };
}
