import type { Queryable } from "../pool.ts";

/** The registers of simulated buildings' meters, by the meter's serial number. */
export async function findSimulatedRegisters(db: Queryable): Promise<Map<string, number>> {
  const { rows } = await db.query<{ serialNumber: string; registerId: number }>(
    `select m.serial_number as "serialNumber", r.id as "registerId"
       from building b join meter m on m.building_id = b.id join register r on r.meter_id = m.id
      where b.simulated and m.serial_number is not null and r.kind <> 'virtual'`,
  );
  return new Map(rows.map(({ serialNumber, registerId }) => [serialNumber, registerId]));
}
