import { type ConversionPiece, conversionPieces } from "./conversion-pieces.ts";
import { HourAccumulator, type HourlyConsumption } from "./hour-accumulator.ts";
import { indexSpans } from "./index-spans.ts";
import { intervalSpans } from "./interval-spans.ts";
import { powerSpans } from "./power-spans.ts";
import { soundReadings } from "./reading-quality.ts";
import type { Period, RegisterReading, RegisterSetup } from "./register.ts";
import { hourMs, type Span } from "./span.ts";

/**
 * Consumption of a register for each UTC hour in [fromMs, toMs) (whole hours) that lies between its first and its last
 * reading, in order. After the last reading nothing is known yet: those hours are left out, and an hour that it cuts
 * is missing in part.
 *
 * It follows from the set of readings alone, so that computing again, or a part, gives the same; to be exact at the
 * ends, `readings` (in order of time, one a time) must hold 13 readings at or before `fromMs` and the first at or after
 * `toMs`, as far as they exist.
 *
 * Invariant of an index: the hours between two readings sum up to the difference of the register, rollovers included.
 * What people say of its past (`setup.events`) counts as they say it, also before the first and after the last reading.
 */
export function hourlyConsumption(
  readings: readonly RegisterReading[],
  setup: RegisterSetup,
  { fromMs, toMs }: Period,
): HourlyConsumption[] {
  const pieces = conversionPieces(setup);
  const hours = new HourAccumulator();
  for (const span of spansOf(soundReadings(readings), setup)) {
    if (span.toMs <= fromMs) continue;
    if (span.fromMs >= toMs) break;
    addSpan(hours, span, pieces, { fromMs: Math.max(span.fromMs, fromMs), toMs: Math.min(span.toMs, toMs) });
  }
  return hours.finish();
}

function spansOf(readings: readonly RegisterReading[], { kind, parameters, events }: RegisterSetup): Iterable<Span> {
  if (kind === "index") return indexSpans(readings, parameters, events);
  return kind === "interval" ? intervalSpans(readings) : powerSpans(readings);
}

/** Deals the given part of a span out to hours, cut also where values begin to mean something else. */
function addSpan(hours: HourAccumulator, span: Span, pieces: readonly ConversionPiece[], part: Period): void {
  for (const piece of pieces) {
    if (piece.toMs <= part.fromMs || piece.fromMs >= part.toMs) continue;
    const endMs = Math.min(part.toMs, piece.toMs);
    let atMs = Math.max(part.fromMs, piece.fromMs);
    while (atMs < endMs) {
      const nextMs = Math.min(endMs, (Math.floor(atMs / hourMs) + 1) * hourMs);
      hours.add(atMs, nextMs, valuesBetween(span, atMs, nextMs), span, piece);
      atMs = nextMs;
    }
  }
}

/** Raw values of a span within [fromMs, toMs): the area under its straight line. */
function valuesBetween(span: Span, fromMs: number, toMs: number): number {
  if (span.startRate === span.endRate) return (span.startRate * (toMs - fromMs)) / hourMs;
  const slope = (span.endRate - span.startRate) / (span.toMs - span.fromMs);
  const middleRate = span.startRate + slope * ((fromMs + toMs) / 2 - span.fromMs);
  return (middleRate * (toMs - fromMs)) / hourMs;
}
