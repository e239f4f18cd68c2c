import type { Queryable } from "../pool.ts";

export interface NewDevice {
  /** 16 lower-case hexadecimal digits */
  readonly devEui: string;
  readonly deviceType: string;
  readonly name: string;
  /** uuid; the organisation is the building's */
  readonly building: string;
}

/** Adds a device and returns its uuid; undefined when the building does not exist. A devEUI used twice in the organisation is a unique violation. */
export async function insertDevice(db: Queryable, device: NewDevice): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>(
    `insert into device (organisation_id, dev_eui, device_type_id, name, building_id)
     select b.organisation_id, $2, $3, $4, b.id from building b where b.uuid = $1 returning uuid as id`,
    [device.building, device.devEui, device.deviceType, device.name],
  );
  return rows[0]?.id;
}
