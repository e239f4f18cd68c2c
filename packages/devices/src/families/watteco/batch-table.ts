/** How a measure's first value is written in a batch report. */
export type SampleType =
  | "bool"
  | "uint4"
  | "int4"
  | "uint8"
  | "int8"
  | "uint16"
  | "int16"
  | "uint24"
  | "int24"
  | "uint32"
  | "int32"
  | "float32";

export interface BatchMeasure {
  /** The label that names the measure in the report. */
  readonly tag: number;
  readonly name: string;
  readonly type: SampleType;
  /** What one step of a coded difference is worth, before division. */
  readonly resolution: number;
  /** What values are divided by to be in the measurement's unit. */
  readonly divisor: number;
}

/** What a report does not say of itself, and its device type must know: Watteco prints it for each product. */
export interface BatchTable {
  /** Width of a label in bits. */
  readonly tagBits: number;
  readonly measures: readonly BatchMeasure[];
}
