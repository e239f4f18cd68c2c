import type { Queryable } from "../pool.ts";
import type { BuildingUse } from "./list-buildings.ts";
import type { Energy } from "./list-meters.ts";

export interface AnalysisMeterRow {
  readonly meterId: number;
  /** uuid */
  readonly id: string;
  readonly name: string;
  /** Inner id of the meter that counts it too; null: none of the same building. */
  readonly parentId: number | null;
  /** Without a parent and added up in its building. */
  readonly isRoot: boolean;
  readonly energy: Energy;
  readonly endUse: string | null;
  readonly building: string;
  readonly buildingName: string;
  readonly buildingUse: BuildingUse;
  readonly timeZone: string;
}

/** One of the three, each a uuid. */
export interface AnalysisScope {
  readonly meter?: string;
  readonly building?: string;
  /** And those linked below it, as far as the caller sees them. */
  readonly organisation?: string;
  readonly energy?: Energy | undefined;
}

/** The meters of a scope, of a meter with those below it, roots first by energy and name. */
export async function listAnalysisMeters(db: Queryable, scope: AnalysisScope): Promise<AnalysisMeterRow[]> {
  const { rows } = await db.query<AnalysisMeterRow>(
    `with recursive owner as materialized (
       select o.id from organisation o where o.uuid = $3
       union
       select l.child_id from organisation_link l join organisation o on o.id = l.parent_id where o.uuid = $3 and l.valid @> current_date
     ), chosen as (
       select m.id from meter m join building b on b.id = m.building_id
        where m.uuid = $1 or b.uuid = $2 or b.organisation_id in (select id from owner)
       union
       select m.id from chosen c join meter m on m.parent_meter_id = c.id where $1::uuid is not null
     )
     select m.id as "meterId", m.uuid as id, m.name, m.parent_meter_id as "parentId",
            m.parent_meter_id is null and m.counted as "isRoot", m.energy, m.end_use as "endUse",
            b.uuid as building, b.name as "buildingName", b.use as "buildingUse", b.time_zone as "timeZone"
       from chosen c join meter m on m.id = c.id join building b on b.id = m.building_id
      where $4::text is null or m.energy = $4
      order by m.parent_meter_id is not null, m.energy, m.name collate "fr-x-icu", m.id`,
    [scope.meter, scope.building, scope.organisation, scope.energy],
  );
  return rows;
}
