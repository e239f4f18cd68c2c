/** The period a dashboard shows. Both ends are included, as in Grafana. */
export interface TimeRange {
  readonly from: Date;
  readonly to: Date;
}

/** UTC in Go's RFC3339Nano, the form in which Grafana writes times into SQL: no trailing zeros in the fraction. */
export function formatUtc(time: Date): string {
  return time.toISOString().replace(/\.?0+Z$/, "Z");
}

export function unixSeconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}

export function unixNanoseconds(time: Date): bigint {
  return BigInt(time.getTime()) * 1_000_000n;
}
