import type { Queryable } from "../pool.ts";
import type { NamedReferenceRow } from "./list-buildings.ts";

export interface DeviceAssignmentRow {
  readonly measurement: string;
  readonly point: NamedReferenceRow;
  /** null: since ever */
  readonly validFrom: Date | null;
  /** null: until further notice */
  readonly validTo: Date | null;
}

/** Which points a device (uuid) feeds and fed. */
export async function listDeviceAssignments(db: Queryable, deviceId: string): Promise<DeviceAssignmentRow[]> {
  const { rows } = await db.query<DeviceAssignmentRow>(
    `select a.measurement, jsonb_build_object('id', p.uuid, 'name', p.name) as point,
            case when isfinite(lower(a.valid)) then lower(a.valid) end as "validFrom",
            case when isfinite(upper(a.valid)) then upper(a.valid) end as "validTo"
       from device d join device_point a on a.device_id = d.id join point p on p.id = a.point_id
      where d.uuid = $1 order by a.measurement, a.valid`,
    [deviceId],
  );
  return rows;
}
