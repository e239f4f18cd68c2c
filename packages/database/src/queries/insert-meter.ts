import type { EndUse } from "@gtb/domain/carbon/energy-factor";
import type { Queryable } from "../pool.ts";
import type { Energy } from "./list-meters.ts";

export interface NewMeter {
  /** uuid */
  readonly building: string;
  /** uuid of a meter of the same organisation */
  readonly parent: string | null;
  readonly name: string;
  readonly serialNumber: string | null;
  readonly energy: Energy;
  readonly endUse: EndUse | null;
  readonly counted: boolean;
}

/** Adds a meter and returns its uuid; undefined when the building or the parent does not exist there. */
export async function insertMeter(db: Queryable, meter: NewMeter): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `insert into meter (organisation_id, building_id, parent_meter_id, name, serial_number, energy, end_use, counted)
     select b.organisation_id, b.id, parent.id, $3, $4, $5, $6, $7
       from building b
       left join meter parent on parent.uuid = $2 and parent.organisation_id = b.organisation_id
      where b.uuid = $1 and ($2::uuid is null or parent.id is not null)
     returning uuid as id`,
    [meter.building, meter.parent, meter.name, meter.serialNumber, meter.energy, meter.endUse, meter.counted],
  );
  return rows[0]?.id;
}
