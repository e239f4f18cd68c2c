export type Certainty = "measured" | "estimated" | "missing";

/** What the readings say of the time between two of them. The rate runs straight from one end to the other. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
  /** Raw values per hour at either end; 0 where missing. */
  readonly startRate: number;
  readonly endRate: number;
  readonly certainty: Certainty;
  /** Why it is not measured, see hourReason; 0 where it is. */
  readonly reasons: number;
}

export const hourMs = 3_600_000;

export function missingSpan(fromMs: number, toMs: number, reasons: number): Span {
  return { fromMs, toMs, startRate: 0, endRate: 0, certainty: "missing", reasons };
}

/** `counts` spread evenly over the time; measured where there is no reason against it. */
export function evenSpan(fromMs: number, toMs: number, counts: number, reasons: number): Span {
  const rate = (counts * hourMs) / (toMs - fromMs);
  return { fromMs, toMs, startRate: rate, endRate: rate, certainty: reasons === 0 ? "measured" : "estimated", reasons };
}
