import type { ClimateQuery, DegreeDayMethod, StationClimate } from "@gtb/contracts/climate";
import type { Queryable } from "@gtb/database/pool";
import { listStationDays } from "@gtb/database/queries/list-station-days";
import { listStationHours } from "@gtb/database/queries/list-station-hours";
import type { StationKind } from "@gtb/database/queries/list-stations";
import { climatePeriods, climateTotal } from "@gtb/domain/climate/climate-period";
import type { DayTemperature } from "@gtb/domain/climate/day-temperature";
import type { z } from "zod";

export interface SourcedDay extends DayTemperature {
  readonly given: boolean;
  readonly sourceKind: StationKind;
}

/** [from, to) as `YYYY-MM-DD`. */
interface Days {
  readonly from: string;
  readonly to: string;
}

/** A station's (uuid) days; with their hours where the method needs them. */
export async function readDays(
  db: Queryable,
  station: string,
  { from, to }: Days,
  method: DegreeDayMethod,
): Promise<SourcedDay[]> {
  const days = await listStationDays(db, station, { from, to });
  if (method !== "hours") return days;
  const hours = await listStationHours(db, station, { from, to });
  return days.map((day) => ({ ...day, hoursC: hours.get(day.day) ?? [] }));
}

type Query = z.output<typeof ClimateQuery>;
type Answer = Omit<z.output<typeof StationClimate>, "station">;

/** Temperatures and degree days of these days, as the query asks for them. */
export function answerClimate(days: readonly SourcedDay[], query: Query): Answer {
  const { from, to, by, method, base, coolingBase, season } = query;
  const question = {
    by,
    method,
    heatingBaseC: base,
    coolingBaseC: coolingBase,
    seasonOnly: season === "heating",
  };
  return {
    ...{ by, method, base, coolingBase, season },
    sources: sourcesOf(days),
    periods: climatePeriods(days, { from, to }, question),
    total: climateTotal(days, { from, to }, question),
  };
}

function sourcesOf(days: readonly SourcedDay[]): Answer["sources"] {
  const counts = new Map<string, { kind: StationKind; given: boolean; days: number }>();
  for (const { sourceKind: kind, given } of days) {
    const key = `${kind} ${given}`;
    counts.set(key, { kind, given, days: (counts.get(key)?.days ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.days - a.days);
}
