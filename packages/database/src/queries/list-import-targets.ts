import type { Queryable } from "../pool.ts";

export interface ImportTargetRow {
  readonly building: string;
  /** uuid */
  readonly buildingId: string;
  /** Of the meter and register, or of the point where it is none's */
  readonly name: string;
  readonly unit: string;
  readonly readings: number;
  readonly from: Date;
  readonly to: Date;
  readonly least: number;
  readonly greatest: number;
  readonly sum: number;
  readonly gaps: number;
}

/** What a run (uuid) holds of each point, by building and name. */
export async function listImportTargets(db: Queryable, run: string): Promise<ImportTargetRow[]> {
  const { rows } = await db.query<ImportTargetRow>(
    `select b.name as building, b.uuid as "buildingId", coalesce(m.name || ' – ' || r.name, p.name) as name,
            coalesce(r.unit, p.unit) as unit, t.readings, t.from_time as "from", t.to_time as "to", t.least, t.greatest, t.sum, t.gaps
       from import_run_target t
       join point p on p.id = t.point_id
       join building b on b.id = p.building_id
       left join register r on r.id = t.register_id
       left join meter m on m.id = r.meter_id
      where t.import_run_id = (select id from import_run where uuid = $1)
      order by b.name collate "fr-x-icu", 3, t.point_id`,
    [run],
  );
  return rows;
}
