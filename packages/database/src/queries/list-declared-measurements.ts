import type { Queryable } from "../pool.ts";

export interface DeclaredMeasurement {
  readonly devEui: string;
  readonly declaredAt: Date;
  readonly measurement: string;
  /** uuid of the point it feeds now */
  readonly point: string;
}

/** Which points these devices feed at present, one row a measurement. Reads the devices' index entries only. */
export async function listDeclaredMeasurements(
  db: Queryable,
  devEuis: readonly string[],
): Promise<DeclaredMeasurement[]> {
  const { rows } = await db.query<DeclaredMeasurement>(
    `select d.dev_eui as "devEui", d.created_at as "declaredAt", a.measurement, p.uuid as point
       from device d
       join standing_device s on s.device_id = d.id
       join device_point a on a.device_id = d.id and a.valid @> now()
       join point p on p.id = a.point_id
      where d.dev_eui = any($1)`,
    [devEuis],
  );
  return rows;
}
