import type { Queryable } from "@gtb/database/pool";
import { listStationsOfBuildings } from "@gtb/database/queries/list-stations-of-buildings";
import { daysBetween } from "@gtb/domain/climate/climate-period";
import { degreeDaysOf } from "@gtb/domain/climate/day-temperature";
import { readDays } from "../routes/stations/answer-climate.ts";

const bases = { method: "meteo", heatingBaseC: 18, coolingBaseC: 24 } as const;
/** Of the days so many must be known, or the sum would be taken for the whole. */
const leastKnown = 0.9;

export type DegreeDaysOf = (building: string, period: { readonly from: string; readonly to: string }) => number | null;

/**
 * Heating degree days (base 18, Météo) of many buildings (uuids) over parts of [from, to): each station's days are read
 * once. The answer is null where less than nine tenths of the days are known.
 */
export async function readDegreeDays(
  db: Queryable,
  buildings: readonly string[],
  span: { readonly from: string; readonly to: string },
): Promise<DegreeDaysOf> {
  const assigned = await listStationsOfBuildings(db, buildings);
  const stations = new Map<string, Map<string, number>>();
  for (const station of new Set(assigned.map((one) => one.station))) {
    const days = await readDays(db, station, span, "meteo");
    stations.set(station, new Map(days.flatMap((day) => knownDay(day.day, degreeDaysOf(day, bases)?.heatingKd))));
  }
  const byBuilding = Map.groupBy(assigned, ({ building }) => building);
  return (building, { from, to }) => {
    const days = daysBetween(from, to);
    const values = days.flatMap((day) => {
      const one = byBuilding.get(building)?.find((a) => (a.from ?? "") <= day && (a.to === null || day < a.to));
      return (one && stations.get(one.station)?.get(day)) ?? [];
    });
    return values.length < leastKnown * days.length ? null : values.reduce((sum, value) => sum + value, 0);
  };
}

function knownDay(day: string, heatingKd: number | undefined): [string, number][] {
  return heatingKd === undefined ? [] : [[day, heatingKd]];
}
