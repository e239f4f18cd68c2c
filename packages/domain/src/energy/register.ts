/** Glossary of a register as the consumption engine sees it: plain data, times in ms since 1970 (UTC). */

/** index: a counter; interval: the consumption of an interval that ends at the reading's time; power: a gauge. */
export type RegisterKind = "index" | "interval" | "power";

/** [fromMs, toMs); open ends are ±Infinity. */
export interface Period {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * How raw values become the register's unit: native = value × unitPerCount × ctRatio. For a power register the value is
 * a flow: the same product is the register's unit per hour (a gauge in W for a register in kW.h: 0.001).
 */
export interface RegisterParameter extends Period {
  readonly unitPerCount: number;
  readonly ctRatio: number;
  /** Counts at which an index returns to 0; null: it never does. */
  readonly wrapsAt: number | null;
  /** The most the installation can draw, in the register's unit per hour. */
  readonly maxPerHour: number;
}

/** What one of the register's unit holds, in kWh, for a period. */
export interface KwhPerUnit extends Period {
  readonly kwhPerUnit: number;
}

/**
 * What a person says of a counter's past. `atMs`: when the old count ended and the new one began; readings at that time or
 * later are the new one's. exchange: another meter or counter; reset: the same begins again; rollover: it passed its
 * highest count once more than the readings alone would make one believe.
 */
export interface RegisterEvent {
  readonly atMs: number;
  readonly kind: "exchange" | "reset" | "rollover";
  /** Raw counts, as readings are; null: nobody read it, and what passed on that side is missing. */
  readonly lastValue: number | null;
  readonly firstValue: number | null;
}

export interface RegisterSetup {
  readonly kind: RegisterKind;
  /** In order of time. Only an index has a use for them. */
  readonly events: readonly RegisterEvent[];
  /** In order of time, without overlap. Where none holds, values mean nothing and the time is missing. */
  readonly parameters: readonly RegisterParameter[];
  /** In order of time, without overlap. Where none holds, the energy is unknown. */
  readonly kwhPerUnit: readonly KwhPerUnit[];
}

export interface RegisterReading {
  /** Which assignment of a point to the register it came by: values of two of them say nothing about each other. */
  readonly assignment: number;
  readonly timeMs: number;
  readonly value: number;
  /** Bit flags, see readingQuality. */
  readonly quality: number;
}

/** The entry that holds at a time. */
export function validAt<T extends Period>(entries: readonly T[], timeMs: number): T | undefined {
  return entries.find(({ fromMs, toMs }) => fromMs <= timeMs && timeMs < toMs);
}
