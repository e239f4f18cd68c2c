import type { HourlyConsumption } from "@gtb/domain/energy/hour-accumulator";

export interface HourChanges {
  /** Stored hours that no longer hold: another value follows from the readings, or none. */
  readonly retired: readonly HourlyConsumption[];
  readonly inserted: readonly HourlyConsumption[];
}

/** What to change so that the stored hours become the computed ones. What is equal stays, with its `known_since`. */
export function compareHours(
  stored: readonly HourlyConsumption[],
  computed: readonly HourlyConsumption[],
): HourChanges {
  const old = new Map(stored.map((hour) => [hour.hourMs, hour]));
  const retired: HourlyConsumption[] = [];
  const inserted: HourlyConsumption[] = [];
  for (const hour of computed) {
    const before = old.get(hour.hourMs);
    old.delete(hour.hourMs);
    if (before !== undefined && isSame(before, hour)) continue;
    if (before !== undefined) retired.push(before);
    inserted.push(hour);
  }
  return { retired: [...retired, ...old.values()], inserted };
}

function isSame(stored: HourlyConsumption, computed: HourlyConsumption): boolean {
  return (
    stored.native === computed.native &&
    stored.energyKwh === computed.energyKwh &&
    isSameShare(stored.measuredShare, computed.measuredShare) &&
    isSameShare(stored.estimatedShare, computed.estimatedShare) &&
    isSameShare(stored.missingShare, computed.missingShare) &&
    stored.reasons === computed.reasons
  );
}

/** The database keeps shares in single precision. */
function isSameShare(stored: number, computed: number): boolean {
  return Math.fround(stored) === Math.fround(computed);
}
