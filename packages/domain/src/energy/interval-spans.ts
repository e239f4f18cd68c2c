import { hourReason } from "./hour-reason.ts";
import { isMeasuredInterval, learnedPeriodMs } from "./learned-period.ts";
import { isEstimatedAtSource } from "./reading-quality.ts";
import type { RegisterReading } from "./register.ts";
import { evenSpan, missingSpan, type Span } from "./span.ts";

/** Longer than so many learned periods, the time since the reading before holds an interval that is not there. */
const longestInPeriods = 1.5;

/**
 * Spans of an interval register: each value is what passed in the interval that ends at its time. The interval begins
 * at the reading before; where that is much further away than usual, one usual period before, and the rest is missing:
 * nobody counted it. The very first value covers a time that nobody knows and is left out; so is a negative one.
 */
export function* intervalSpans(readings: readonly RegisterReading[]): Generator<Span> {
  for (let index = 1; index < readings.length; index++) {
    const earlier = readings[index - 1];
    const later = readings[index];
    if (earlier === undefined || later === undefined) return;
    if (earlier.assignment !== later.assignment)
      yield missingSpan(earlier.timeMs, later.timeMs, hourReason.deviceChanged);
    else if (later.value < 0) yield missingSpan(earlier.timeMs, later.timeMs, hourReason.counterBreak);
    else {
      const startMs = intervalStart(readings, index, earlier.timeMs, later.timeMs);
      if (startMs > earlier.timeMs) yield missingSpan(earlier.timeMs, startMs, hourReason.nothingHeard);
      const reasons =
        (isEstimatedAtSource(later.quality) ? hourReason.estimatedAtSource : 0) |
        (isMeasuredInterval(readings, index, later.timeMs - startMs) ? 0 : hourReason.longGap);
      yield evenSpan(startMs, later.timeMs, later.value, reasons);
    }
  }
}

function intervalStart(
  readings: readonly RegisterReading[],
  index: number,
  earlierMs: number,
  laterMs: number,
): number {
  const periodMs = learnedPeriodMs(readings, index);
  return periodMs !== undefined && laterMs - earlierMs > longestInPeriods * periodMs ? laterMs - periodMs : earlierMs;
}
