/** How a number is written in a report: big endian, two's complement. A `bool` is 1 for whatever is not 0. */
type ZclNumber = "bool" | "uint8" | "uint16" | "int16" | "int24" | "int32" | "uint32" | "float32";

export interface ZclField {
  /** The measurement's name, or one for each endpoint, from endpoint 0. */
  readonly name: string | readonly string[];
  readonly type: ZclNumber;
  /** Added to the number before it is divided. */
  readonly offset?: number;
  readonly divisor?: number;
  /** Absent where the byte string ends before it. */
  readonly isOptional?: boolean;
}

/** One attribute of one cluster as a report carries it, and the measurements that it gives. */
export interface ZclAttribute {
  readonly cluster: number;
  readonly attribute: number;
  /**
   * `number`: one field, bare · `fields`: a byte string of all fields · `power-sources`: a byte string of the power
   * modes, a bitmap of the sources present, one field for each, then the source in use.
   */
  readonly layout: "number" | "fields" | "power-sources";
  readonly fields: readonly ZclField[];
}

export function nameAt(field: ZclField, endpoint: number): string | undefined {
  return typeof field.name === "string" ? field.name : field.name[endpoint];
}
