import type { Queryable } from "../pool.ts";
import type { BuildingUse, HeatingEnergy } from "./list-buildings.ts";

export interface NewBuilding {
  /** uuid; the organisation is the site's */
  readonly site: string;
  readonly name: string;
  readonly use: BuildingUse;
  readonly heatingEnergy: HeatingEnergy;
  readonly timeZone: string;
  readonly floorAreaM2: number | null;
  readonly simulated: boolean;
}

/** Adds a building with its floor area (valid since ever) and returns its uuid; undefined when the site does not exist. */
export async function insertBuilding(db: Queryable, building: NewBuilding): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `with added as (
       insert into building (organisation_id, site_id, name, use, heating_energy, time_zone, simulated)
       select s.organisation_id, s.id, $2, $3, $4, $5, $6 from site s where s.uuid = $1
       returning id, organisation_id, uuid
     ), area as (
       insert into building_floor_area (organisation_id, building_id, floor_area_m2)
       select organisation_id, id, $7::numeric from added where $7::numeric is not null
     )
     select uuid as id from added`,
    [
      building.site,
      building.name,
      building.use,
      building.heatingEnergy,
      building.timeZone,
      building.simulated,
      building.floorAreaM2,
    ],
  );
  return rows[0]?.id;
}
