import { type Formula, isLeaf, leafKey } from "./formula.ts";
import type { HourlyConsumption } from "./hour-accumulator.ts";
import { hourReason } from "./hour-reason.ts";
import { type HourMap, preferSources } from "./prefer-sources.ts";

/** What a leaf stands for: the hours of each of its registers, in one unit or another. */
export type FormulaInputs = ReadonlyMap<string, readonly HourMap[]>;

/**
 * The hours of a virtual register, in order. `days`: the hours (start, ms since 1970) of each local day, or of the part of
 * it for which the formula holds, for preferSources looks at days. An hour of which no input tells is left
 * out, as a register's hours after its last reading are.
 *
 * Nothing is clamped: a difference below zero stays and says negativeRemainder. What is not known is missing, never 0.
 */
export function evaluateFormula(
  formula: Formula,
  inputs: FormulaInputs,
  days: readonly (readonly number[])[],
): HourlyConsumption[] {
  return days.flatMap((day) => {
    const hours = evaluate(formula, inputs, day);
    return day.flatMap((at) => hours.get(at) ?? []).map(withPartReason);
  });
}

function evaluate(formula: Formula, inputs: FormulaInputs, day: readonly number[]): HourMap {
  if (isLeaf(formula)) return sum(inputs.get(leafKey(formula)) ?? [], day);
  const of = (part: Formula): HourMap => evaluate(part, inputs, day);
  if (formula.op === "sum") return sum(formula.of.map(of), day);
  if (formula.op === "share") return scaled(of(formula.of), formula.part / formula.whole);
  if (formula.op === "difference") return difference(of(formula.from), formula.minus.map(of), day);
  return formula.of.map(of).reduce((better, worse) => preferSources(better, worse, day));
}

/** The parts of one hour, a part without it as missing; undefined where no part tells of the hour. */
function partsAt(parts: readonly HourMap[], at: number): readonly HourlyConsumption[] | undefined {
  if (!parts.some((part) => part.has(at))) return undefined;
  return parts.map((part) => part.get(at) ?? { ...missingHour(at), reasons: hourReason.nothingHeard });
}

/** Known parts add up; the hour is as incomplete as its worst part. */
function sum(parts: readonly HourMap[], day: readonly number[]): HourMap {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  return overHours(day, (at) => {
    const hours = partsAt(parts, at);
    return (
      hours && { hourMs: at, native: total(hours, "native"), energyKwh: total(hours, "energyKwh"), ...quality(hours) }
    );
  });
}

/** What is left of an hour that all parts know wholly. */
function difference(from: HourMap, minus: readonly HourMap[], day: readonly number[]): HourMap {
  return overHours(day, (at) => {
    const hours = partsAt([from, ...minus], at);
    if (hours === undefined) return undefined;
    const { reasons, ...shares } = quality(hours);
    if (shares.missingShare > 0) return { ...missingHour(at), reasons };
    const native = remainder(hours, "native");
    const energyKwh = remainder(hours, "energyKwh");
    const isNegative = (energyKwh ?? native ?? 0) < 0;
    return {
      hourMs: at,
      native,
      energyKwh,
      ...shares,
      reasons: isNegative ? reasons | hourReason.negativeRemainder : reasons,
    };
  });
}

function scaled(hours: HourMap, factor: number): HourMap {
  return new Map(
    [...hours].map(([at, hour]) => [
      at,
      {
        ...hour,
        native: hour.native === null ? null : hour.native * factor,
        energyKwh: hour.energyKwh === null ? null : hour.energyKwh * factor,
      },
    ]),
  );
}

function overHours(day: readonly number[], hourAt: (at: number) => HourlyConsumption | undefined): HourMap {
  const hours = new Map<number, HourlyConsumption>();
  for (const at of day) {
    const hour = hourAt(at);
    if (hour !== undefined) hours.set(at, hour);
  }
  return hours;
}

/** null where nothing is known, or where something known has no such value: a sum of the others would look whole. */
function total(hours: readonly HourlyConsumption[], field: "native" | "energyKwh"): number | null {
  const known = hours.filter(({ missingShare, native }) => missingShare < 1 || native !== null);
  if (known.length === 0 || known.some((hour) => hour[field] === null)) return null;
  return known.reduce((sum, hour) => sum + (hour[field] ?? 0), 0);
}

function remainder([from, ...minus]: readonly HourlyConsumption[], field: "native" | "energyKwh"): number | null {
  const first = from?.[field] ?? null;
  if (first === null || minus.some((hour) => hour[field] === null)) return null;
  return minus.reduce((left, hour) => left - (hour[field] ?? 0), first);
}

function quality(
  hours: readonly HourlyConsumption[],
): Pick<HourlyConsumption, "measuredShare" | "estimatedShare" | "missingShare" | "reasons"> {
  const missingShare = Math.max(...hours.map((hour) => hour.missingShare));
  const measuredShare = Math.min(1 - missingShare, ...hours.map((hour) => hour.measuredShare));
  const reasons = hours.reduce((bits, hour) => bits | hour.reasons, 0);
  return { measuredShare, estimatedShare: Math.max(0, 1 - missingShare - measuredShare), missingShare, reasons };
}

function missingHour(hourMs: number): HourlyConsumption {
  return { hourMs, native: null, energyKwh: null, measuredShare: 0, estimatedShare: 0, missingShare: 1, reasons: 0 };
}

function withPartReason(hour: HourlyConsumption): HourlyConsumption {
  return hour.measuredShare === 1 ? hour : { ...hour, reasons: hour.reasons | hourReason.partOfVirtual };
}
