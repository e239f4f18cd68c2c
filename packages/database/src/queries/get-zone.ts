import type { Queryable } from "../pool.ts";
import type { ZoneRow } from "./list-building-zones.ts";

export async function getZone(db: Queryable, zoneId: string): Promise<ZoneRow | undefined> {
  const { rows } = await db.query<ZoneRow>(
    `select z.uuid as id, b.uuid as building, z.name, z.floor
       from zone z join building b on b.id = z.building_id where z.uuid = $1`,
    [zoneId],
  );
  return rows[0];
}
