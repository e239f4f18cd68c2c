import type { Station } from "@gtb/contracts/climate";
import type { Queryable } from "@gtb/database/pool";
import { listStations } from "@gtb/database/queries/list-stations";
import type { z } from "zod";

/** One station (uuid) as it is shown; undefined when there is none for the caller. */
export async function readStation(db: Queryable, id: string, now: Date): Promise<z.output<typeof Station> | undefined> {
  const [station] = await listStations(db, { station: id, now });
  return station && { ...station, distanceKm: null };
}
