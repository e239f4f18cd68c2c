import { hourReason } from "./hour-reason.ts";
import { isMeasuredInterval } from "./learned-period.ts";
import { isEstimatedAtSource } from "./reading-quality.ts";
import type { RegisterReading } from "./register.ts";
import { missingSpan, type Span } from "./span.ts";

/**
 * Spans of a power register: the power runs straight from one reading to the next (trapezoids). Over a long gap nothing
 * is known, for a gauge keeps no count: the time is missing. A negative power flows the other way and is another
 * register's: here it counts as 0.
 */
export function* powerSpans(readings: readonly RegisterReading[]): Generator<Span> {
  for (let index = 1; index < readings.length; index++) {
    const earlier = readings[index - 1];
    const later = readings[index];
    if (earlier === undefined || later === undefined) return;
    const { timeMs: fromMs } = earlier;
    const { timeMs: toMs } = later;
    const isEstimated = isEstimatedAtSource(earlier.quality | later.quality);
    if (earlier.assignment !== later.assignment) yield missingSpan(fromMs, toMs, hourReason.deviceChanged);
    else if (!isMeasuredInterval(readings, index, toMs - fromMs))
      yield missingSpan(fromMs, toMs, hourReason.nothingHeard);
    else
      yield {
        fromMs,
        toMs,
        startRate: Math.max(0, earlier.value),
        endRate: Math.max(0, later.value),
        certainty: isEstimated ? "estimated" : "measured",
        reasons: isEstimated ? hourReason.estimatedAtSource : 0,
      };
  }
}
