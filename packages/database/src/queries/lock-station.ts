import type { Connection } from "../pool.ts";
import type { StationKind } from "./list-stations.ts";

export interface LockedStation {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly kind: StationKind;
  readonly timeZone: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** Keeps others from writing the hours of a station until the transaction ends; undefined when there is none. */
export async function lockStation(connection: Connection, id: number): Promise<LockedStation | undefined> {
  const { rows } = await connection.query<LockedStation>(
    `select id, code, name, kind, time_zone as "timeZone", latitude, longitude from station where id = $1 for update`,
    [id],
  );
  return rows[0];
}
