import type { WallClock } from "./local-instants.ts";
import type { Stamp } from "./parse-stamp.ts";

/**
 * The instants of a file's stamps. It keeps the last of each target: in the night when the clocks go back the order of the lines
 * tells the two hours apart.
 */
export class StampInstants {
  readonly #clock: WallClock;
  readonly #lastMs = new Map<string, number>();

  constructor(clock: WallClock) {
    this.#clock = clock;
  }

  /** The last instant of a target; undefined: it had none yet. */
  before(key: string): number | undefined {
    return this.#lastMs.get(key);
  }

  /** The instant of a target's next stamp, or in French why it has none. */
  next(stamp: Stamp, key: string): number | string {
    const at = this.#instant(stamp, key);
    if (typeof at === "number") this.#lastMs.set(key, at);
    return at;
  }

  #instant(stamp: Stamp, key: string): number | string {
    if ("instantMs" in stamp) return stamp.instantMs;
    const [first, second] = this.#clock.instantsOf(stamp.wallMs);
    if (first === undefined) return "cette heure n'existe pas : les horloges ont avancé cette nuit-là";
    if (second === undefined) return first;
    const before = this.#lastMs.get(key);
    if (before !== undefined && before < first) return first;
    if (before !== undefined && before < second) return second;
    return "cette heure existe deux fois cette nuit-là, et l'ordre des lignes ne dit pas laquelle est la bonne";
  }
}
