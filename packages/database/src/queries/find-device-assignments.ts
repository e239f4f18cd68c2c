import type { Queryable } from "../pool.ts";

/**
 * The devEUI of a device and every point it feeds or has fed by its assignments; undefined when the device is gone, or when
 * another one stands for its devEUI: what the network says is then not its own.
 */
export async function findDeviceAssignments(
  db: Queryable,
  deviceId: number,
): Promise<{ devEui: string; pointIds: number[] } | undefined> {
  const { rows } = await db.query<{ devEui: string; pointIds: number[] }>(
    `select d.dev_eui as "devEui", coalesce(array_agg(distinct a.point_id) filter (where a.point_id is not null), '{}') as "pointIds"
       from device d join standing_device s on s.device_id = d.id left join device_point a on a.device_id = d.id
      where d.id = $1 group by d.id`,
    [deviceId],
  );
  return rows[0];
}
