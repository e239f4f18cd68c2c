import type { ReadingFlag } from "@gtb/contracts/readings";
import type { Readings } from "../../api/readings.ts";

export interface StoredReading {
  readonly time: Date;
  /** Raw. */
  readonly value: number;
  readonly flags: readonly ReadingFlag[];
  /** Raw counts since the reading before that counts; null: there is none, or this one counts not. */
  readonly step: number | null;
  /** When that one was read. */
  readonly since: Date | null;
}

/** A point's readings, newest first, each with how far it is from the one before; void ones are stepped over. */
export function storedReadings({
  times,
  values,
  flags,
}: Pick<Readings, "times" | "values" | "flags">): StoredReading[] {
  const readings: StoredReading[] = [];
  let before: { readonly time: Date; readonly value: number } | null = null;
  for (const [index, time] of times.entries()) {
    const value = values[index];
    if (value == null) continue;
    const own = flags?.[index] ?? [];
    const isVoid = own.includes("void");
    readings.push({
      time,
      value,
      flags: own,
      step: isVoid || before === null ? null : value - before.value,
      since: before?.time ?? null,
    });
    if (!isVoid) before = { time, value };
  }
  return readings.reverse();
}
