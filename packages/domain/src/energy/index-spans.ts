import { hourReason } from "./hour-reason.ts";
import { type IndexSegment, indexSegments } from "./index-segments.ts";
import { isMeasuredInterval } from "./learned-period.ts";
import { isEstimatedAtSource } from "./reading-quality.ts";
import type { RegisterEvent, RegisterParameter, RegisterReading } from "./register.ts";
import { evenSpan, missingSpan, type Span } from "./span.ts";

/**
 * Spans of an index register. What passed between two indexes is known however far they are apart; over a long gap its
 * shape is not, and the even spread is marked estimated. `readings` and `events` in order of time.
 */
export function* indexSpans(
  readings: readonly RegisterReading[],
  parameters: readonly RegisterParameter[],
  events: readonly RegisterEvent[],
): Generator<Span> {
  for (const segment of indexSegments(readings, parameters, events)) {
    const { fromMs, toMs, counts } = segment;
    yield counts === undefined
      ? missingSpan(fromMs, toMs, segment.why)
      : evenSpan(fromMs, toMs, counts, estimatedBecause(readings, segment));
  }
}

function estimatedBecause(
  readings: readonly RegisterReading[],
  { fromMs, toMs, quality, index }: IndexSegment,
): number {
  return (
    (isEstimatedAtSource(quality) ? hourReason.estimatedAtSource : 0) |
    (isMeasuredInterval(readings, index, toMs - fromMs) ? 0 : hourReason.longGap)
  );
}
