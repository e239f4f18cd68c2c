import type { Queryable } from "@gtb/database/pool";
import { degreeDaysOf } from "@gtb/domain/climate/day-temperature";
import { readBuildingDays } from "../routes/buildings/read-building-days.ts";

const dayMs = 86_400_000;
/** Of a step's days so many must be known, or its sum would be taken for the whole. */
const leastKnown = 0.9;
const bases = { method: "meteo", heatingBaseC: 18, coolingBaseC: 24 } as const;

/**
 * Heating degree days (base 18, Météo) of a building's steps that begin on these local dates; null: less than nine tenths
 * of its days are known. The last step ends at `to`, but not after the last day that is over.
 */
export async function stepDegreeDays(
  db: Queryable,
  building: string,
  localStarts: readonly string[],
  { to, now }: { readonly to: Date; readonly now: Date },
): Promise<(number | null)[] | null> {
  const dates = localStarts.map((start) => start.slice(0, 10));
  const first = dates[0];
  if (first === undefined) return null;
  const lastMs = Math.max(Date.parse(first), Math.min(to.getTime(), now.getTime() + dayMs));
  const end = new Date(lastMs).toISOString().slice(0, 10);
  const days = await readBuildingDays(db, building, { from: first, to: end });
  if (days.length === 0) return null;
  const known = new Map(days.map((day) => [day.day, degreeDaysOf({ ...day }, bases)?.heatingKd]));
  return dates.map((from, step) => {
    const until = Date.parse(dates[step + 1] ?? end);
    const length = Math.max(1, Math.round((until - Date.parse(from)) / dayMs));
    const values = Array.from({ length }, (_, day) =>
      known.get(new Date(Date.parse(from) + day * dayMs).toISOString().slice(0, 10)),
    );
    const there = values.filter((value) => value !== undefined);
    return there.length < leastKnown * length ? null : there.reduce((sum, value) => sum + value, 0);
  });
}
