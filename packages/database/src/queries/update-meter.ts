import type { EndUse } from "@gtb/domain/carbon/energy-factor";
import type { Connection } from "../pool.ts";

/** What may be mended of a meter; undefined: stays as it is. */
export interface MeterChange {
  readonly name?: string | undefined;
  readonly serialNumber?: string | null | undefined;
  /** uuid of a meter of the same organisation */
  readonly parent?: string | null | undefined;
  readonly endUse?: EndUse | null | undefined;
  readonly counted?: boolean | undefined;
}

/**
 * Changes a meter (uuid). One row; false when there is none that the caller may change, or the parent is not there. A meter
 * below itself is a check violation.
 */
export async function updateMeter(db: Connection, id: string, change: MeterChange): Promise<boolean> {
  const { rowCount } = await db.query(
    `update meter m set name = coalesce($2, m.name), serial_number = case when $4 then $3 else m.serial_number end,
            parent_meter_id = case when $6 then (select p.id from meter p where p.uuid = $5 and p.organisation_id = m.organisation_id)
                                   else m.parent_meter_id end,
            end_use = case when $8 then $7 else m.end_use end, counted = coalesce($9, m.counted)
      where m.uuid = $1
        and ($5::uuid is null or exists (select from meter p where p.uuid = $5 and p.organisation_id = m.organisation_id))`,
    [
      id,
      change.name,
      change.serialNumber,
      change.serialNumber !== undefined,
      change.parent,
      change.parent !== undefined,
      change.endUse,
      change.endUse !== undefined,
      change.counted,
    ],
  );
  return rowCount === 1;
}
