import type { Pool } from "@gtb/database/pool";
import { insertContract } from "@gtb/database/queries/insert-contract";
import { listSimulatedPlaces } from "@gtb/database/queries/list-simulated-places";
import { lockForTransaction } from "@gtb/database/queries/lock-for-transaction";
import { inTransaction } from "@gtb/database/transaction";
import { demonstratorBuildings } from "./buildings.ts";
import { simulatedContract } from "./simulated-contract.ts";

/** Whose contract nobody has typed in yet: what the portal says of such a place is to be seen too. */
const withoutContract = { building: "seine-eure-salle", meter: "water" };

/**
 * Gives each delivery point of the demonstrator its invented contract, unless it has or had one. Safe to repeat; resolves
 * with how many were added.
 */
export async function declareContracts(pool: Pool): Promise<number> {
  const plans = demonstratorBuildings.flatMap(({ key, meters }) =>
    meters.filter((meter) => key !== withoutContract.building || meter.key !== withoutContract.meter),
  );
  const meterAt = new Map(plans.map((meter) => [meter.deliveryNumber, meter]));
  return inTransaction(pool, async (connection) => {
    await lockForTransaction(connection, "demonstrator");
    let added = 0;
    for (const { uuid, number, contracted } of await listSimulatedPlaces(connection)) {
      const meter = meterAt.get(number);
      if (contracted || meter === undefined) continue;
      await insertContract(connection, uuid, simulatedContract(meter));
      added++;
    }
    return added;
  });
}
