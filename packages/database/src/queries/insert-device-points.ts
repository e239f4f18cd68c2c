import type { Queryable } from "../pool.ts";

export interface NewDevicePoint {
  readonly measurement: string;
  /** uuid of a point of the device's organisation */
  readonly point: string;
}

/**
 * Assigns a device's (uuid) measurements to points from `validFrom` (null: since ever) on, in one statement: the
 * triggers then decode its past again once. Returns how many were assigned: fewer than given when a point does not
 * exist in the device's organisation. A point that another device feeds in that time is an exclusion violation.
 */
export async function insertDevicePoints(
  db: Queryable,
  deviceId: string,
  points: readonly NewDevicePoint[],
  validFrom: Date | null,
): Promise<number> {
  const { rowCount } = await db.query(
    `insert into device_point (organisation_id, device_id, measurement, point_id, valid)
     select d.organisation_id, d.id, a.measurement, p.id, tstzrange(coalesce($4::timestamptz, '-infinity'), null)
       from device d
       cross join unnest($2::text[], $3::uuid[]) as a (measurement, point)
       join point p on p.uuid = a.point and p.organisation_id = d.organisation_id
      where d.uuid = $1`,
    [deviceId, points.map(({ measurement }) => measurement), points.map(({ point }) => point), validFrom],
  );
  return rowCount ?? 0;
}
