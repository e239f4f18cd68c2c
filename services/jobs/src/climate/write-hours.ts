import type { Connection } from "@gtb/database/pool";
import type { LockedStation } from "@gtb/database/queries/lock-station";
import { type StationHour, storeStationHours } from "@gtb/database/queries/store-station-hours";
import { sumStationDays } from "@gtb/database/queries/sum-station-days";

const hourMs = 3_600_000;

/** Stores hours of a locked station with the days that they make. Returns how many changed. */
export async function writeHours(
  connection: Connection,
  station: LockedStation,
  hours: readonly StationHour[],
): Promise<number> {
  if (hours.length === 0) return 0;
  const changed = await storeStationHours(connection, station.id, station.kind, hours);
  let fromMs = Number.POSITIVE_INFINITY;
  let toMs = Number.NEGATIVE_INFINITY;
  for (const hour of hours) {
    fromMs = Math.min(fromMs, hour.hourMs);
    toMs = Math.max(toMs, hour.hourMs + hourMs);
  }
  if (changed > 0) await sumStationDays(connection, station, { fromMs, toMs });
  return changed;
}
