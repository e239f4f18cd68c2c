/** How Grafana fills the buckets for which the query gave no row. */
export interface Fill {
  readonly intervalMs: number;
  readonly mode: "null" | "previous" | "value";
  /** Only with mode `value`. */
  readonly value: number;
}

/** The third argument of `$__timeGroup`: NULL, previous or a number; anything else is refused. */
export function parseFill(argument: string, intervalMs: number): Fill {
  if (argument === "NULL") return { intervalMs, mode: "null", value: 0 };
  if (argument === "previous") return { intervalMs, mode: "previous", value: 0 };
  const value = Number(argument);
  if (argument === "" || Number.isNaN(value)) throw new Error(`error parsing fill value ${argument}`);
  return { intervalMs, mode: "value", value };
}
