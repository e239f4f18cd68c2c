import type { Queryable } from "../pool.ts";

export interface NamedReferenceRow {
  readonly id: string;
  readonly name: string;
}

export type BuildingUse =
  | "school"
  | "nursery"
  | "town_hall"
  | "gymnasium"
  | "pool"
  | "library"
  | "community_hall"
  | "office"
  | "workshop"
  | "other";
export type HeatingEnergy = "electricity" | "gas" | "fuel_oil" | "wood" | "heat_network" | "heat_pump" | "none";

export interface BuildingRow {
  readonly id: string;
  readonly organisation: NamedReferenceRow;
  readonly site: NamedReferenceRow;
  readonly name: string;
  readonly use: BuildingUse;
  readonly heatingEnergy: HeatingEnergy;
  readonly timeZone: string;
  /** Valid on the day asked for, as known now. */
  readonly floorAreaM2: number | null;
  readonly simulated: boolean;
}

export interface BuildingFilter {
  readonly organisation?: string | undefined;
  readonly use?: BuildingUse | undefined;
  readonly search?: string | undefined;
  readonly after?: { readonly name: string; readonly id: string } | undefined;
  readonly limit: number;
  readonly now: Date;
}

/** Columns of a BuildingRow; `$1` is the instant whose floor area is meant. */
export const buildingColumns = `b.uuid as id, jsonb_build_object('id', o.uuid, 'name', o.name) as organisation,
  jsonb_build_object('id', s.uuid, 'name', s.name) as site, b.name, b.use, b.heating_energy as "heatingEnergy",
  b.time_zone as "timeZone", b.simulated,
  (select a.floor_area_m2::float8 from building_floor_area a
    where a.building_id = b.id and a.valid @> ($1::timestamptz at time zone b.time_zone)::date and upper_inf(a.known)
  ) as "floorAreaM2"`;

/** Buildings by name, without their time series. */
export async function listBuildings(db: Queryable, filter: BuildingFilter): Promise<BuildingRow[]> {
  const { rows } = await db.query<BuildingRow>(
    `select ${buildingColumns}
       from building b
       join organisation o on o.id = b.organisation_id
       join site s on s.id = b.site_id
      where ($2::uuid is null or o.uuid = $2)
        and ($3::text is null or b.use = $3)
        and ($4::text is null or strpos(lower(b.name), lower($4)) > 0)
        and ($5::text is null or (b.name collate "fr-x-icu", b.uuid) > ($5, $6::uuid))
      order by b.name collate "fr-x-icu", b.uuid limit $7`,
    [filter.now, filter.organisation, filter.use, filter.search, filter.after?.name, filter.after?.id, filter.limit],
  );
  return rows;
}
