import { isMeasuredInterval } from "./learned-period.ts";
import { isEstimatedAtSource } from "./reading-quality.ts";
import { type RegisterParameter, type RegisterReading, validAt } from "./register.ts";
import { registerStep } from "./register-step.ts";
import { evenSpan, hourMs, missingSpan, type Span } from "./span.ts";

/**
 * Spans of an index register. What passed between two readings is known however far they are apart; over a long gap its
 * shape is not, and the even spread is marked estimated. `readings` in order of time.
 */
export function* indexSpans(
  readings: readonly RegisterReading[],
  parameters: readonly RegisterParameter[],
): Generator<Span> {
  for (let index = 1; index < readings.length; index++) {
    const earlier = readings[index - 1];
    const later = readings[index];
    if (earlier === undefined || later === undefined) return;
    const lengthMs = later.timeMs - earlier.timeMs;
    const parameter = validAt(parameters, earlier.timeMs);
    const counts =
      earlier.assignment === later.assignment
        ? registerStep(earlier.value, later.value, lengthMs / hourMs, parameter)
        : undefined;
    if (counts === undefined) yield missingSpan(earlier.timeMs, later.timeMs);
    else {
      const isMeasured =
        !isEstimatedAtSource(earlier.quality | later.quality) && isMeasuredInterval(readings, index, lengthMs);
      yield evenSpan(earlier.timeMs, later.timeMs, counts, isMeasured ? "measured" : "estimated");
    }
  }
}
