import type { Pool } from "@gtb/database/pool";
import { findSimulatedRegisters } from "@gtb/database/queries/find-simulated-registers";
import { insertRegisterEvent } from "@gtb/database/queries/insert-register-event";
import { exchangesBetween } from "../sensors/meter-exchange.ts";
import { countAfter } from "../sensors/sensor-values.ts";
import type { SimulatedBuilding } from "../simulated-building.ts";

/**
 * Records the exchanges that technicians wrote down, with both indexes, as far as the buildings' course is kept until
 * `toMs`. Repeated, it changes nothing. Resolves with how many were added.
 */
export async function recordExchanges(
  pool: Pool,
  buildings: readonly SimulatedBuilding[],
  toMs: number,
): Promise<number> {
  const registers = await findSimulatedRegisters(pool);
  let added = 0;
  for (const { plan, series, sensors } of buildings) {
    for (const meter of plan.meters) {
      const source = sensors.find((sensor) => sensor.plan.key === meter.sensorKey)?.plan.readings[meter.measurement]
        ?.source;
      const register = registers.get(`SIM-${meter.sensorKey}`);
      if (source?.of !== "register" || !source.exchange?.recorded || register === undefined) continue;
      for (const { atMs, before } of exchangesBetween(source, series.fromMs, toMs)) {
        const units = series.register(source.flow, atMs);
        const event = await insertRegisterEvent(pool, {
          register: register.uuid,
          at: new Date(atMs),
          kind: "exchange",
          lastValue: countAfter(source, units, before),
          firstValue: countAfter(source, units, before + 1),
          note: "Remplacement du compteur (simulation)",
        });
        if (event !== undefined) added++;
      }
    }
  }
  return added;
}
