import {
  costicCooling,
  costicHeating,
  type DayExtremes,
  type DegreeDayMethod,
  hourlyCooling,
  hourlyHeating,
  meteoCooling,
  meteoHeating,
} from "./degree-days.ts";

/** A local day of a station. */
export interface DayTemperature extends DayExtremes {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly meanC: number;
  /** Hours that are known, of `dayHours` (23, 24 or 25). */
  readonly hours: number;
  readonly dayHours: number;
  /** Its hours' means, where they are known and asked for. */
  readonly hoursC?: readonly number[] | undefined;
}

/** So many hours may lack: a day of which more are unknown may have had its frost unseen. */
const mostLackingHours = 4;

export interface DegreeDays {
  /** K·day */
  readonly heatingKd: number;
  readonly coolingKd: number;
}

export interface DegreeDayBases {
  readonly method: DegreeDayMethod;
  readonly heatingBaseC: number;
  readonly coolingBaseC: number;
}

/** A day's degree days; undefined, never 0, where too little of it is known. */
export function degreeDaysOf(day: DayTemperature, bases: DegreeDayBases): DegreeDays | undefined {
  if (day.dayHours - day.hours > mostLackingHours) return undefined;
  const { method, heatingBaseC, coolingBaseC } = bases;
  if (method === "meteo")
    return { heatingKd: meteoHeating(day, heatingBaseC), coolingKd: meteoCooling(day, coolingBaseC) };
  if (method === "costic")
    return { heatingKd: costicHeating(day, heatingBaseC), coolingKd: costicCooling(day, coolingBaseC) };
  const { hoursC = [] } = day;
  if (day.dayHours - hoursC.length > mostLackingHours) return undefined;
  // Hours that lack are taken to be like the others of the day.
  const whole = day.dayHours / hoursC.length;
  return {
    heatingKd: hourlyHeating(hoursC, heatingBaseC) * whole,
    coolingKd: hourlyCooling(hoursC, coolingBaseC) * whole,
  };
}
