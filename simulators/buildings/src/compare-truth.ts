import { join } from "node:path";
import { createPool } from "@gtb/database/pool";
import { findSimulatedRegisters } from "@gtb/database/queries/find-simulated-registers";
import { findDatabaseUrl, findHome } from "@gtb/service-kit/running-platform";
import { demonstratorBuildings } from "./demonstrator/buildings.ts";
import { type ComparedMeter, compareMeter } from "./truth/compared-meter.ts";
import { formatComparison, isSound } from "./truth/format-comparison.ts";
import { readConsumptionTruth } from "./truth/read-truth.ts";

/** `npm run truth`: the demonstrator's computed consumption against what its buildings truly used. */
const pool = createPool({ databaseUrl: await findDatabaseUrl(), applicationName: "gtb-truth", maxConnections: 1 });
const registers = await findSimulatedRegisters(pool);
const compared: ComparedMeter[] = [];
for (const building of demonstratorBuildings) {
  const truth = await readConsumptionTruth(join(findHome(), "truth"), building.key);
  for (const meter of building.meters) {
    const registerId = registers.get(`SIM-${meter.sensorKey}`)?.registerId;
    const hours = truth.get(meter.key);
    if (registerId === undefined || hours === undefined) throw new Error(`${meter.sensorKey} is not declared here`);
    compared.push(await compareMeter(pool, { meter, registerId, truth: hours }));
  }
}
await pool.end();
console.log(formatComparison(compared));
process.exitCode = compared.every(isSound) ? 0 : 1;
