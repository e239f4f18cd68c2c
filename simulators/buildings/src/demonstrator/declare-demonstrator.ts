import { loadOrganisations } from "@gtb/database/load-organisations";
import type { Pool } from "@gtb/database/pool";
import { findOrganisation } from "@gtb/database/queries/find-organisation";
import { insertGateway } from "@gtb/database/queries/insert-gateway";
import { listDeclaredMeasurements } from "@gtb/database/queries/list-declared-measurements";
import { lockForTransaction } from "@gtb/database/queries/lock-for-transaction";
import { syncDeviceTypes } from "@gtb/database/queries/sync-device-types";
import { inTransaction } from "@gtb/database/transaction";
import { catalogue } from "@gtb/devices/catalogue";
import { demonstratorBuildings } from "./buildings.ts";
import { declareBuilding, type PointIds, pointKey } from "./declare-building.ts";
import { declareContracts } from "./declare-contracts.ts";
import { declareStations } from "./declare-stations.ts";
import { devEuiOf } from "./dev-eui.ts";
import { demonstratorGateways } from "./gateways.ts";

export interface DeclaredDemonstrator {
  readonly points: PointIds;
  /** When it was declared first: history ends and live uplinks begin here. */
  readonly liveFromMs: number;
  /** Buildings that this call added. */
  readonly added: number;
}

/**
 * Declares organisations, gateways, the demonstrator's buildings, their contracts and weather stations where they are not
 * yet, each building whole or not at all. Safe to repeat and to interrupt; concurrent callers wait for each other.
 */
export async function declareDemonstrator(pool: Pool): Promise<DeclaredDemonstrator> {
  await loadOrganisations(pool);
  await syncDeviceTypes(
    pool,
    catalogue.map(({ lorawan, ...type }) => ({ ...type, reportEveryMinutes: lorawan.reportEveryMinutes })),
  );
  let added = 0;
  for (const plan of demonstratorBuildings) {
    added += await inTransaction(pool, async (connection) => {
      await lockForTransaction(connection, "demonstrator");
      const known = await listDeclaredMeasurements(
        connection,
        plan.sensors.slice(0, 1).map(({ key }) => devEuiOf(key)),
      );
      if (known.length > 0) return 0;
      await declareBuilding(connection, plan);
      return 1;
    });
  }
  await declareGateways(pool);
  await declareContracts(pool);
  const declared = await readDeclared(pool);
  await declareStations(pool, declared.points);
  return { ...declared, added };
}

async function readDeclared(pool: Pool): Promise<{ points: PointIds; liveFromMs: number }> {
  const sensors = demonstratorBuildings.flatMap((building) => building.sensors);
  const keyOf = new Map(sensors.map(({ key }) => [devEuiOf(key), key]));
  const declared = await listDeclaredMeasurements(pool, [...keyOf.keys()]);
  const points = new Map(
    declared.map(({ devEui, measurement, point }) => [pointKey(keyOf.get(devEui) ?? "", measurement), point]),
  );
  return { points, liveFromMs: Math.min(...declared.map(({ declaredAt }) => declaredAt.getTime())) };
}

async function declareGateways(pool: Pool): Promise<void> {
  for (const { owner, ...gateway } of demonstratorGateways) {
    const organisation = await findOrganisation(pool, owner.kind, owner.code);
    if (organisation !== undefined) await insertGateway(pool, { organisation, ...gateway });
  }
}
