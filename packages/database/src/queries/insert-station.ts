import type { Queryable } from "../pool.ts";
import type { StationKind } from "./list-stations.ts";

export interface NewStation {
  /** uuid; null: the platform's */
  readonly organisation: string | null;
  readonly code: string;
  readonly name: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly kind: StationKind;
  readonly source: string;
  readonly timeZone: string;
}

/** Adds a station and returns its uuid; undefined when the organisation does not exist. */
export async function insertStation(db: Queryable, station: NewStation): Promise<string | undefined> {
  const { organisation, code, name, latitude, longitude, kind, source, timeZone } = station;
  const { rows } = await db.query<{ id: string }>(
    `insert into station (organisation_id, code, name, latitude, longitude, kind, source, time_zone)
     select o.id, $2, $3, $4, $5, $6, $7, $8
       from (select id from organisation where uuid = $1 union all select null where $1::uuid is null) o
     returning uuid as id`,
    [organisation, code, name, latitude, longitude, kind, source, timeZone],
  );
  return rows[0]?.id;
}
