import type { Queryable } from "../pool.ts";

export interface StationFileRow {
  readonly stationId: number;
  readonly name: string;
  readonly content: string;
}

/** A file of temperatures that waits; undefined when it was read before, or its station is gone. */
export async function readStationFile(db: Queryable, id: number): Promise<StationFileRow | undefined> {
  const { rows } = await db.query<StationFileRow>(
    `select f.station_id as "stationId", f.name, c.content
       from station_file f join station_file_content c on c.file_id = f.id where f.id = $1`,
    [id],
  );
  return rows[0];
}
