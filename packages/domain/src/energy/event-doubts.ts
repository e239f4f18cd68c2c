/** A raw count at a time, ms since 1970. */
export interface CountAt {
  readonly timeMs: number;
  readonly value: number;
}

export interface ToldEvent {
  readonly atMs: number;
  readonly kind: "exchange" | "reset" | "rollover";
  /** Raw counts; null: nobody read it. */
  readonly lastValue: number | null;
  readonly firstValue: number | null;
}

/** What the register says around the event. */
export interface Surroundings {
  /** The last count before, the first at or after; null: none known. */
  readonly before: CountAt | null;
  readonly after: CountAt | null;
  /** Counts at which the index returns to 0; null: it never does, or nobody has said. */
  readonly wrapsAt: number | null;
  /** The most that the installation can count in an hour; null: nobody has said. */
  readonly countsPerHour: number | null;
}

export type EventDoubt =
  | "last_below_previous"
  | "last_too_high"
  | "first_above_next"
  | "first_too_low"
  | "last_beyond_width"
  | "first_beyond_width"
  | "count_does_not_fall";

/** Room for a meter that was read a little before or after the stroke at which it was exchanged, in hours. */
const slackHours = 1;

/**
 * What makes a told event unlikely beside the readings around it. A person may know better (a reading was wrong, the
 * clock was off): these are questions, not errors.
 */
export function eventDoubts(event: ToldEvent, { before, after, wrapsAt, countsPerHour }: Surroundings): EventDoubt[] {
  const { atMs, kind, lastValue, firstValue } = event;
  const doubts: EventDoubt[] = [];
  if (before !== null && lastValue !== null) {
    const step = lastValue - before.value;
    if (step < 0) doubts.push("last_below_previous");
    else if (isTooMuch(step, atMs - before.timeMs, countsPerHour)) doubts.push("last_too_high");
  }
  if (after !== null && firstValue !== null) {
    const step = after.value - firstValue;
    if (step < 0) doubts.push("first_above_next");
    else if (isTooMuch(step, after.timeMs - atMs, countsPerHour)) doubts.push("first_too_low");
  }
  if (wrapsAt !== null && lastValue !== null && lastValue >= wrapsAt) doubts.push("last_beyond_width");
  if (wrapsAt !== null && firstValue !== null && firstValue >= wrapsAt) doubts.push("first_beyond_width");
  const falls = before === null || after === null || after.value < before.value;
  if (kind === "rollover" && !falls) doubts.push("count_does_not_fall");
  return doubts;
}

function isTooMuch(counts: number, lastedMs: number, countsPerHour: number | null): boolean {
  return countsPerHour !== null && counts > countsPerHour * (lastedMs / 3_600_000 + slackHours);
}
