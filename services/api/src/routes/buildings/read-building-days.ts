import type { DegreeDayMethod } from "@gtb/contracts/climate";
import type { Queryable } from "@gtb/database/pool";
import { listBuildingStations } from "@gtb/database/queries/list-building-stations";
import { readDays, type SourcedDay } from "../stations/answer-climate.ts";

/**
 * The weather that a building (uuid) has had on the days in [from, to), each day of the station that counts on it: what
 * its consumption is held against. Days that no station knows are not there.
 */
export async function readBuildingDays(
  db: Queryable,
  building: string,
  { from, to }: { readonly from: string; readonly to: string },
  method: DegreeDayMethod = "meteo",
): Promise<SourcedDay[]> {
  const days: SourcedDay[] = [];
  const stations = await listBuildingStations(db, building);
  for (const station of stations.toReversed()) {
    const part = { from: later(from, station.from), to: earlier(to, station.to) };
    if (part.from < part.to) days.push(...(await readDays(db, station.id, part, method)));
  }
  return days;
}

function later(one: string, other: string | null): string {
  return other !== null && other > one ? other : one;
}

function earlier(one: string, other: string | null): string {
  return other !== null && other < one ? other : one;
}
