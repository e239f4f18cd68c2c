import type { Queryable } from "../pool.ts";
import type { StationKind } from "./list-stations.ts";

export interface StationDayRow {
  /** `YYYY-MM-DD`, local to the station */
  readonly day: string;
  readonly minC: number;
  readonly maxC: number;
  readonly meanC: number;
  readonly hours: number;
  readonly dayHours: number;
  /** By its source as a day, not summed up from hours */
  readonly given: boolean;
  readonly sourceKind: StationKind;
}

/** What is known of a station's (uuid) days in [from, to), in order. One range of the primary key. */
export async function listStationDays(
  db: Queryable,
  station: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<StationDayRow[]> {
  const { rows } = await db.query<StationDayRow>(
    `select day::text, min_c::float8 as "minC", max_c::float8 as "maxC", mean_c::float8 as "meanC", hours, day_hours as "dayHours",
            given, source_kind as "sourceKind"
       from station_day
      where station_id = (select id from station where uuid = $1) and day >= $2 and day < $3 order by day`,
    [station, from, to],
  );
  return rows;
}
