const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A time of the clock on the wall, as if it were UTC, in ms since 1970. */
export type WallMs = number;

/**
 * Between the clock on the wall of a time zone and instants (ms since 1970, UTC). Keeps what it found: one of these serves
 * a million lines. Throws a RangeError for a zone that does not exist.
 */
export class WallClock {
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();

  constructor(timeZone: string) {
    this.#format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  }

  /**
   * The instants at which the clock shows this: none in the hour that is skipped in spring, two in the night when the
   * clocks go back, in order. The first instant of the skipped hour is the change itself: files that mark ends name it so.
   */
  instantsOf(wallMs: WallMs): readonly number[] {
    const before = wallMs - this.#offsetMs(wallMs - dayMs);
    const after = wallMs - this.#offsetMs(wallMs + dayMs);
    const fits = (instant: number) => instant + this.#offsetMs(instant) === wallMs;
    const found = [...new Set([before, after])].filter(fits).toSorted((a, b) => a - b);
    if (found.length > 0) return found;
    return this.#offsetMs(before - 1) !== this.#offsetMs(before) ? [before] : [];
  }

  /** The one instant that is meant by a local midnight or six o'clock; of two the earlier, of none the change. */
  instantOf(wallMs: WallMs): number {
    return this.instantsOf(wallMs)[0] ?? wallMs - this.#offsetMs(wallMs - dayMs);
  }

  wallOf(instantMs: number): WallMs {
    return instantMs + this.#offsetMs(instantMs);
  }

  /** Offsets change on whole quarters of an hour: asked once for each. */
  #offsetMs(instantMs: number): number {
    const quarter = Math.floor(instantMs / (hourMs / 4));
    const known = this.#offsets.get(quarter);
    if (known !== undefined) return known;
    const offset = readOffset(this.#format.format(quarter * (hourMs / 4)));
    this.#offsets.set(quarter, offset);
    return offset;
  }
}

function readOffset(text: string): number {
  const [, sign, hours = "0", minutes = "0"] = /GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(text) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * hourMs + Number(minutes) * 60_000);
}
