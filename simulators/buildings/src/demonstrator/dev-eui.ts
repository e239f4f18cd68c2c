import { seedOf } from "../model/noise.ts";
import { demonstratorSeed } from "./demonstrator-plan.ts";

/** The devEUI of a sensor by its key: 16 hexadecimal digits, locally administered so that it is nobody else's. */
export function devEuiOf(sensorKey: string): string {
  return `02${hex(seedOf(demonstratorSeed, sensorKey), 8)}${hex(seedOf(demonstratorSeed + 1, sensorKey), 6)}`;
}

/** The network address of a sensor's session. */
export function devAddrOf(sensorKey: string): string {
  return hex(seedOf(demonstratorSeed + 2, sensorKey), 8);
}

function hex(number: number, digits: number): string {
  return (number >>> 0).toString(16).padStart(8, "0").slice(0, digits);
}
