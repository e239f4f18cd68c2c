import type { Connection } from "@gtb/database/pool";
import { insertDeliveryPoint } from "@gtb/database/queries/insert-delivery-point";
import { insertGasCoefficients } from "@gtb/database/queries/insert-gas-coefficients";
import { insertMeter } from "@gtb/database/queries/insert-meter";
import { insertRegister } from "@gtb/database/queries/insert-register";
import type { EndUse } from "@gtb/domain/carbon/energy-factor";
import { epochMs } from "../model/building-series.ts";
import { gasCoefficientKwhPcsPerM3 } from "../model/heating.ts";
import type { MeterPlan } from "../sensors/sensor-plan.ts";

/** Gas coefficients are declared for so many months from the simulation's start on. */
const gasMonths = 72;

/** By the meter's key; main meters count several uses. */
const endUses: Readonly<Record<string, EndUse>> = {
  kitchen: "cooking",
  "heat-pump": "heating",
  pumps: "pool",
  ventilation: "ventilation",
};

export interface MeterDeclaration {
  /** uuids */
  readonly building: string;
  readonly point: string;
  readonly meter: MeterPlan;
  /** uuids of the building's meters declared before, by key */
  readonly meters: ReadonlyMap<string, string>;
}

/** Declares a meter with its register, delivery point and gas coefficients; returns the meter's uuid. */
export async function declareMeter(connection: Connection, declaration: MeterDeclaration): Promise<string> {
  const { building, point, meter, meters } = declaration;
  const parent = meter.parent === undefined ? null : (meters.get(meter.parent) ?? null);
  const id = await insertMeter(connection, {
    building,
    parent,
    name: meter.name,
    serialNumber: `SIM-${meter.sensorKey}`,
    energy: meter.energy,
    endUse: endUses[meter.key] ?? null,
    counted: true,
  });
  if (id === undefined) throw new Error(`Demonstrator: meter ${meter.sensorKey} was not added`);
  await insertRegister(connection, {
    meter: id,
    name: "index",
    quantity: meter.energy === "electricity" ? "active-energy" : "volume",
    direction: "import",
    tariffClass: "base",
    kind: "index",
    unit: meter.energy === "electricity" ? "kW.h" : "m3",
    point,
    validFrom: null,
    wrapsAt: meter.wrapsAt,
    unitPerCount: meter.unitPerCount,
    ctRatio: 1,
    maxPerHour: meter.maxPerHour,
  });
  if (meter.deliveryNumber === undefined) return id;
  const place = { meter: id, number: meter.deliveryNumber };
  const deliveryPoint = await insertDeliveryPoint(connection, place);
  if (meter.energy === "gas" && deliveryPoint !== undefined) {
    await insertGasCoefficients(connection, deliveryPoint, gasCoefficients(), "simulation");
  }
  return id;
}

/** The coefficient of each month, as the simulated gas has it: months in UTC, like the model's. */
function gasCoefficients(): { kwhPcsPerM3: number; from: Date; to: Date }[] {
  const first = new Date(epochMs);
  return Array.from({ length: gasMonths }, (_, month) => {
    const from = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month));
    const to = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month + 1));
    return { kwhPcsPerM3: gasCoefficientKwhPcsPerM3(from.getTime()), from, to };
  });
}
