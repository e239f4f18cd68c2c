import type { Queryable } from "../pool.ts";
import { type BuildingRow, buildingColumns } from "./list-buildings.ts";

/** One building, with the floor area of `now`. Undefined when there is none. */
export async function getBuilding(db: Queryable, buildingId: string, now: Date): Promise<BuildingRow | undefined> {
  const { rows } = await db.query<BuildingRow>(
    `select ${buildingColumns}
       from building b
       join organisation o on o.id = b.organisation_id
       join site s on s.id = b.site_id
      where b.uuid = $2`,
    [now, buildingId],
  );
  return rows[0];
}
