/** How degree days are counted: both by the day's minimum and maximum, or by its hours. */
export const degreeDayMethods = ["meteo", "costic", "hours"] as const;
export type DegreeDayMethod = (typeof degreeDayMethods)[number];

/** Bases in °C that are usual in France: DJU are "base 18"; cooling is asked for above a warmer outside. */
export const usualHeatingBaseC = 18;
export const usualCoolingBaseC = 24;

/** The least and greatest temperature of a day, in °C; `minC <= maxC`. */
export interface DayExtremes {
  readonly minC: number;
  readonly maxC: number;
}

/** Heating degree days of a day by its mean of extremes, in K·day ("méthode Météo"). */
export function meteoHeating({ minC, maxC }: DayExtremes, baseC: number): number {
  return Math.max(0, baseC - (minC + maxC) / 2);
}

/**
 * Heating degree days of a day by COSTIC ("méthode Professionnels de l'énergie"), in K·day: a day that is cold at night
 * and mild at noon is heated, though its mean may be above the base.
 */
export function costicHeating({ minC, maxC }: DayExtremes, baseC: number): number {
  if (maxC <= baseC) return meteoHeating({ minC, maxC }, baseC);
  if (minC >= baseC) return 0;
  const coldK = baseC - minC;
  return coldK * (0.08 + 0.42 * (coldK / (maxC - minC)));
}

/** Cooling degree days of a day by its mean of extremes, in K·day. */
export function meteoCooling(day: DayExtremes, baseC: number): number {
  return meteoHeating(mirrored(day), -baseC);
}

/** Cooling degree days of a day by COSTIC, in K·day: its heating, seen from the other side of the base. */
export function costicCooling(day: DayExtremes, baseC: number): number {
  return costicHeating(mirrored(day), -baseC);
}

/** ∫ max(0, base − T) dt, in K·day, over hours of one mean each. */
export function hourlyHeating(hoursC: readonly number[], baseC: number): number {
  return hoursC.reduce((sum, temperatureC) => sum + Math.max(0, baseC - temperatureC), 0) / 24;
}

/** ∫ max(0, T − base) dt, in K·day, over hours of one mean each. */
export function hourlyCooling(hoursC: readonly number[], baseC: number): number {
  return hourlyHeating(
    hoursC.map((temperatureC) => -temperatureC),
    -baseC,
  );
}

function mirrored({ minC, maxC }: DayExtremes): DayExtremes {
  return { minC: -maxC, maxC: -minC };
}
