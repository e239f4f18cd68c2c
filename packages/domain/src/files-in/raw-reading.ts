import type { ImportRegister } from "./find-register.ts";
import type { ImportUnit } from "./import-mapping.ts";
import type { FileValue } from "./line-converter.ts";

/** A value as a point keeps it: a raw count, before weight and ratio. `native`: in the register's unit. */
export interface RawReading {
  readonly pointId: number;
  readonly value: number;
  readonly native: number;
}

const hourMs = 3_600_000;
type Dimension = "energy" | "volume" | "power";
const units: Readonly<Record<string, { readonly dimension: Dimension; readonly factor: number }>> = {
  "W.h": { dimension: "energy", factor: 1 },
  "kW.h": { dimension: "energy", factor: 1e3 },
  "MW.h": { dimension: "energy", factor: 1e6 },
  L: { dimension: "volume", factor: 1 },
  m3: { dimension: "volume", factor: 1e3 },
  W: { dimension: "power", factor: 1 },
  kW: { dimension: "power", factor: 1e3 },
};

/** What a file's value is in a register's raw counts, or why it is nothing, in French. */
export function rawReading(value: FileValue, register: ImportRegister): RawReading | string {
  const point = register.points.find((period) => holdsAt(period, value.timeMs));
  if (point === undefined) return `« ${register.meter} – ${register.name} » n'a pas de point de mesure à cette date`;
  const parameter = register.parameters.find((period) => holdsAt(period, value.timeMs));
  if (parameter === undefined)
    return `« ${register.meter} – ${register.name} » n'a pas de poids d'impulsion à cette date`;
  const weight = parameter.unitPerCount * parameter.ctRatio;
  if (value.rule.unit === "none") return { pointId: point.pointId, value: value.value, native: value.value * weight };
  const native = inUnitOf(register.unit, value);
  return typeof native === "string" ? native : { pointId: point.pointId, value: native / weight, native };
}

function inUnitOf(registerUnit: string, { rule, value, startMs, timeMs }: FileValue): number | string {
  const from = units[rule.unit];
  const to = units[registerUnit];
  if (from === undefined || to === undefined) return doesNotFit(rule.unit, registerUnit);
  if (from.dimension === to.dimension) return (value * from.factor) / to.factor;
  if (from.dimension !== "power" || to.dimension !== "energy") return doesNotFit(rule.unit, registerUnit);
  if (startMs === null)
    return "la durée de cet intervalle est inconnue : une puissance moyenne n'y devient pas une énergie";
  return (value * from.factor * (timeMs - startMs)) / hourMs / to.factor;
}

function holdsAt(
  { fromMs, toMs }: { readonly fromMs: number | null; readonly toMs: number | null },
  ms: number,
): boolean {
  return (fromMs === null || fromMs <= ms) && (toMs === null || ms < toMs);
}

function doesNotFit(unit: ImportUnit, registerUnit: string): string {
  return `l'unité ${unit.replace(".", "")} ne convient pas à ce registre, qui compte en ${registerUnit.replace(".", "")}`;
}
