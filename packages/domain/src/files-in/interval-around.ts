import type { IntervalLength, StampMarks } from "./import-mapping.ts";
import type { WallClock, WallMs } from "./local-instants.ts";

const dayMs = 86_400_000;
const sixMs = 6 * 3_600_000;

/** [start, end) of the interval that a stamp marks, as instants; days and months are those of the clock on the wall. */
export function intervalAround(
  atMs: number,
  marks: StampMarks,
  interval: IntervalLength,
  clock: WallClock,
): readonly [startMs: number, endMs: number] {
  if (interval.kind === "minutes") {
    const lengthMs = interval.minutes * 60_000;
    return marks === "end" ? [atMs - lengthMs, atMs] : [atMs, atMs + lengthMs];
  }
  if (interval.kind === "next" || interval.kind === "none") return [atMs, atMs];
  const [from, to] = wallInterval(clock.wallOf(atMs), marks, interval.kind);
  return [clock.instantOf(from), clock.instantOf(to)];
}

/** A stamp that marks an end at 00:00 of a day ends the day before; one at 23:59 or as a bare date of a gas day too. */
function wallInterval(wall: WallMs, marks: StampMarks, kind: "day" | "month" | "gas-day"): readonly [WallMs, WallMs] {
  if (kind === "month") {
    const day = new Date(marks === "end" ? wall - 1 : wall);
    return [Date.UTC(day.getUTCFullYear(), day.getUTCMonth()), Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1)];
  }
  const shift = kind === "gas-day" ? sixMs : 0;
  const midnight = Math.floor((marks === "end" && kind === "day" ? wall - 1 : wall) / dayMs) * dayMs;
  const start = marks === "end" && kind === "gas-day" ? midnight - dayMs : midnight;
  return [start + shift, start + dayMs + shift];
}
