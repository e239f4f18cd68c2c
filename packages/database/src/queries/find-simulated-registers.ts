import type { Queryable } from "../pool.ts";

export interface SimulatedRegister {
  readonly registerId: number;
  readonly uuid: string;
}

/** The registers of simulated buildings' meters, by the meter's serial number. */
export async function findSimulatedRegisters(db: Queryable): Promise<Map<string, SimulatedRegister>> {
  const { rows } = await db.query<SimulatedRegister & { serialNumber: string }>(
    `select m.serial_number as "serialNumber", r.id as "registerId", r.uuid
       from building b join meter m on m.building_id = b.id join register r on r.meter_id = m.id
      where b.simulated and m.serial_number is not null and r.kind <> 'virtual'`,
  );
  return new Map(rows.map(({ serialNumber, ...register }) => [serialNumber, register]));
}
