import { indexSegments } from "./index-segments.ts";
import { soundReadings } from "./reading-quality.ts";
import type { Period, RegisterReading, RegisterSetup } from "./register.ts";

/** Where an index fell, as no rollover would explain, and nobody has said why. Raw counts. */
export interface CounterBreak {
  readonly fromMs: number;
  readonly fromValue: number;
  readonly toMs: number;
  readonly toValue: number;
}

/**
 * The breaks that end in (fromMs, toMs]: a reset, an exchange or a wrong value that a person should tell apart.
 * `readings` as for hourlyConsumption. What people have said but cannot be (an exchange's last index below the reading
 * before) breaks as well, between the readings around it.
 */
export function counterBreaks(
  readings: readonly RegisterReading[],
  { kind, parameters, events }: RegisterSetup,
  { fromMs, toMs }: Period,
): CounterBreak[] {
  if (kind !== "index") return [];
  const sound = soundReadings(readings);
  const breaks = new Map<number, CounterBreak>();
  for (const { isBroken, index } of indexSegments(sound, parameters, events)) {
    const [earlier, later] = [sound[index - 1], sound[index]];
    if (!isBroken || earlier === undefined || later === undefined) continue;
    if (later.timeMs <= fromMs || later.timeMs > toMs) continue;
    const found = { fromMs: earlier.timeMs, fromValue: earlier.value, toMs: later.timeMs, toValue: later.value };
    breaks.set(later.timeMs, found);
  }
  return [...breaks.values()];
}
