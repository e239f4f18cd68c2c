import type { HourlyConsumption } from "./hour-accumulator.ts";
import { hourReason } from "./hour-reason.ts";
import { type KwhPerUnit, validAt } from "./register.ts";

/** What a person had filled in for a whole hour, in the register's unit. */
export interface FilledHour {
  readonly hourMs: number;
  readonly native: number;
}

/**
 * Hours with what was filled in where they are missing: an hour that is missing in part takes that part of it, one of which
 * nothing is known yet is added. What is known stays as it is, so the truth takes the place of a fill by arriving. Both in
 * order of time.
 */
export function fillMissingHours(
  hours: readonly HourlyConsumption[],
  fills: readonly FilledHour[],
  kwhPerUnit: readonly KwhPerUnit[],
): readonly HourlyConsumption[] {
  if (fills.length === 0) return hours;
  const filled = new Map(fills.map(({ hourMs, native }) => [hourMs, native]));
  const known = new Set(hours.map(({ hourMs }) => hourMs));
  const added = fills.filter(({ hourMs }) => !known.has(hourMs)).map(({ hourMs }) => nothingOf(hourMs));
  return [...hours, ...added]
    .sort((a, b) => a.hourMs - b.hourMs)
    .map((hour) => {
      const native = filled.get(hour.hourMs);
      return native === undefined || hour.missingShare === 0 ? hour : fillHour(hour, native, kwhPerUnit);
    });
}

function fillHour(hour: HourlyConsumption, native: number, kwhPerUnit: readonly KwhPerUnit[]): HourlyConsumption {
  const added = native * hour.missingShare;
  const kwh = validAt(kwhPerUnit, hour.hourMs)?.kwhPerUnit;
  const isUnknownBefore = hour.native !== null && hour.energyKwh === null;
  return {
    hourMs: hour.hourMs,
    native: (hour.native ?? 0) + added,
    energyKwh: kwh === undefined || isUnknownBefore ? null : (hour.energyKwh ?? 0) + added * kwh,
    measuredShare: hour.measuredShare,
    estimatedShare: hour.estimatedShare + hour.missingShare,
    missingShare: 0,
    reasons: hour.reasons | hourReason.filled,
  };
}

function nothingOf(hourMs: number): HourlyConsumption {
  const shares = { measuredShare: 0, estimatedShare: 0, missingShare: 1 };
  return { hourMs, native: null, energyKwh: null, ...shares, reasons: hourReason.nothingHeard };
}
