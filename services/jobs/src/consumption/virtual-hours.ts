import type { BelievedFormula } from "@gtb/database/queries/list-believed-formulas";
import type { RollUpRange } from "@gtb/database/queries/roll-up-consumption";
import { evaluateFormula } from "@gtb/domain/energy/evaluate-formula";
import type { HourlyConsumption } from "@gtb/domain/energy/hour-accumulator";
import { kwhPerUnit } from "@gtb/domain/energy/kwh-per-unit";
import type { HourMap } from "@gtb/domain/energy/prefer-sources";

const hourMs = 3_600_000;

/** What one formula says of a register's local days, as far as it holds, in the register's unit. */
export function virtualHours(
  { expression, fromMs, toMs, unit, inputs }: BelievedFormula,
  days: readonly RollUpRange[],
  hours: ReadonlyMap<number, HourMap>,
): HourlyConsumption[] {
  const byLeaf = Map.groupBy(inputs, ({ key }) => key);
  const maps = new Map(
    [...byLeaf].map(([key, registers]) => [key, registers.map(({ registerId }) => hours.get(registerId) ?? new Map())]),
  );
  const parts = days.map((day) => hoursBetween(Math.max(day.fromMs, fromMs), Math.min(day.toMs, toMs)));
  const isOneUnit = inputs.every((input) => input.unit === unit);
  return evaluateFormula(expression, maps, parts).map((hour) => ({ ...hour, native: nativeOf(hour, unit, isOneUnit) }));
}

/** A unit of energy holds the kWh whatever the inputs are counted in; any other only where they all are counted in it. */
function nativeOf({ native, energyKwh }: HourlyConsumption, unit: string, isOneUnit: boolean): number | null {
  if (isOneUnit) return native;
  const kwhOfUnit = kwhPerUnit({ energy: "electricity", unit }, [])[0]?.kwhPerUnit;
  return kwhOfUnit === undefined || energyKwh === null ? null : energyKwh / kwhOfUnit;
}

/** The hours that begin in [fromMs, toMs). */
function hoursBetween(fromMs: number, toMs: number): number[] {
  const hours: number[] = [];
  for (let at = Math.ceil(fromMs / hourMs) * hourMs; at < toMs; at += hourMs) hours.push(at);
  return hours;
}
