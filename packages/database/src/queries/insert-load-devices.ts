import type { Connection } from "../pool.ts";

export interface LoadDevice {
  readonly devEui: string;
  readonly deviceType: string;
  /** Points to be made, each with the measurement that feeds it. */
  readonly points: readonly {
    readonly measurement: string;
    readonly uuid: string;
    readonly quantity: string;
    readonly unit: string;
  }[];
}

/**
 * Adds many devices with their points to a building (uuid) in three statements: 10,000 take about a second. A devEUI or
 * a point's uuid used twice is a unique violation.
 */
export async function insertLoadDevices(
  connection: Connection,
  building: string,
  devices: readonly LoadDevice[],
): Promise<void> {
  const flat = devices.flatMap(({ devEui, points }) => points.map((point) => ({ devEui, ...point })));
  await connection.query(
    `insert into device (organisation_id, dev_eui, device_type_id, name, building_id)
     select b.organisation_id, d."devEui", d."deviceType", d."devEui", b.id
       from building b cross join jsonb_to_recordset($2) as d ("devEui" text, "deviceType" text) where b.uuid = $1`,
    [building, JSON.stringify(devices)],
  );
  await connection.query(
    `insert into point (organisation_id, building_id, uuid, name, quantity, unit, kind)
     select b.organisation_id, b.id, p.uuid, p."devEui" || ' ' || p.measurement, p.quantity, p.unit, 'gauge'
       from building b
       cross join jsonb_to_recordset($2) as p ("devEui" text, measurement text, uuid uuid, quantity text, unit text)
      where b.uuid = $1`,
    [building, JSON.stringify(flat)],
  );
  await connection.query(
    `insert into device_point (organisation_id, device_id, measurement, point_id)
     select d.organisation_id, d.id, a.measurement, p.id
       from jsonb_to_recordset($1) as a ("devEui" text, measurement text, uuid uuid)
       join point p on p.uuid = a.uuid
       join device d on d.dev_eui = a."devEui" and d.organisation_id = p.organisation_id`,
    [JSON.stringify(flat)],
  );
}
