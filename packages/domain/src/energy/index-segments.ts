import { hourReason } from "./hour-reason.ts";
import { type RegisterEvent, type RegisterParameter, type RegisterReading, validAt } from "./register.ts";
import { registerStep } from "./register-step.ts";
import { hourMs } from "./span.ts";

/** The time between two indexes that follow each other: read, or written down by a person at an exchange. */
export interface IndexSegment {
  readonly fromMs: number;
  readonly toMs: number;
  /** undefined: what passed is not known, for the reason `why` (a bit of hourReason). */
  readonly counts: number | undefined;
  readonly why: number;
  /** Of both ends together. */
  readonly quality: number;
  /** Of the reading at or after its end: by the readings before it one learns how often the register is read. */
  readonly index: number;
  /** The count fell, as no rollover would explain, and nobody has said why. */
  readonly isBroken: boolean;
}

/** A moment at which a count ends and a count begins: the same one where it was read. */
interface Mark {
  readonly timeMs: number;
  readonly endsAt: number | null;
  readonly beginsAt: number | null;
  readonly reading: RegisterReading | undefined;
}

/** The segments of an index, from its first index to its last, in order. */
export function* indexSegments(
  readings: readonly RegisterReading[],
  parameters: readonly RegisterParameter[],
  events: readonly RegisterEvent[],
): Generator<IndexSegment> {
  const rollovers = events.filter(({ kind }) => kind === "rollover").map(({ atMs }) => atMs);
  let earlier: Mark | undefined;
  let index = 0;
  for (const later of marks(readings, events)) {
    if (earlier !== undefined && later.timeMs > earlier.timeMs) {
      const [fromMs, toMs] = [earlier.timeMs, later.timeMs];
      const turns = rollovers.filter((atMs) => fromMs < atMs && atMs <= toMs).length;
      yield { ...segmentBetween(earlier, later, validAt(parameters, fromMs), turns), fromMs, toMs, index };
    }
    if (later.reading !== undefined) index++;
    earlier = later;
  }
}

function* marks(readings: readonly RegisterReading[], events: readonly RegisterEvent[]): Generator<Mark> {
  const exchanges = events.filter(({ kind }) => kind !== "rollover");
  let next = 0;
  for (const reading of readings) {
    for (; (exchanges[next]?.atMs ?? Number.POSITIVE_INFINITY) <= reading.timeMs; next++)
      yield exchangeMark(exchanges[next] as RegisterEvent);
    yield { timeMs: reading.timeMs, endsAt: reading.value, beginsAt: reading.value, reading };
  }
  for (const event of exchanges.slice(next)) yield exchangeMark(event);
}

function exchangeMark({ atMs, lastValue, firstValue }: RegisterEvent): Mark {
  return { timeMs: atMs, endsAt: lastValue, beginsAt: firstValue, reading: undefined };
}

type Passed = Pick<IndexSegment, "counts" | "why" | "quality" | "isBroken">;

/** `turns`: how often a person says that the counter passed its highest count in between. */
function segmentBetween(earlier: Mark, later: Mark, parameter: RegisterParameter | undefined, turns: number): Passed {
  const quality = (earlier.reading?.quality ?? 0) | (later.reading?.quality ?? 0);
  const unknown = (why: number, isBroken = false): Passed => ({ counts: undefined, why, quality, isBroken });
  if (earlier.beginsAt === null || later.endsAt === null) return unknown(hourReason.counterBreak);
  if (earlier.reading !== undefined && later.reading !== undefined) {
    if (earlier.reading.assignment !== later.reading.assignment) return unknown(hourReason.deviceChanged);
  }
  const hours = (later.timeMs - earlier.timeMs) / hourMs;
  const counts =
    turns === 0
      ? registerStep(earlier.beginsAt, later.endsAt, hours, parameter)
      : stepWithTurns(earlier.beginsAt, later.endsAt, parameter, turns);
  return counts === undefined ? unknown(hourReason.counterBreak, true) : { counts, why: 0, quality, isBroken: false };
}

/** However implausible: a person has looked. undefined where the register has no width, or too few turns were told. */
function stepWithTurns(
  earlier: number,
  later: number,
  parameter: RegisterParameter | undefined,
  turns: number,
): number | undefined {
  if (parameter === undefined || parameter.wrapsAt === null) return undefined;
  const counts = later - earlier + turns * parameter.wrapsAt;
  return counts >= 0 ? counts : undefined;
}
