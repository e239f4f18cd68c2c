import type { Quantity, UcumUnit } from "@gtb/domain/units/quantity";

/**
 * What a decoder is given: one LoRaWAN frame's application payload.
 * `time` is when the network heard the frame (UTC); relative times in a payload count from it.
 */
export interface UplinkPayload {
  readonly fPort: number;
  readonly bytes: Uint8Array;
  readonly time: Date;
}

/** One value found in a payload. `name` is a key of the device type's `measurements`; states are 0 or 1. */
export interface DecodedMeasurement {
  readonly name: string;
  readonly value: number;
  /** When it was measured, UTC: the uplink's time unless the payload says otherwise (batches, data logs). */
  readonly time: Date;
}

export interface DecodeResult {
  readonly measurements: DecodedMeasurement[];
  /** What a person should know though the values are good: an alarm frame, a sensor that reports itself faulty. */
  readonly warnings: string[];
}

/**
 * `gauge`: a value at an instant · `counter`: an index that grows until it rolls over or is reset ·
 * `state`: 0/1 or a small enumeration · `event`: counts or occurrences since the previous report.
 */
export type MeasurementKind = "gauge" | "counter" | "state" | "event";

export interface MeasurementDefinition {
  readonly quantity: Quantity;
  readonly unit: UcumUnit;
  readonly kind: MeasurementKind;
  /** Plausible range, both ends included, in `unit`; a value outside is kept aside with its reason, never stored as a reading. */
  readonly min: number;
  readonly max: number;
  /** A counter's modulus: it wraps from `wrapsAt - 1` to 0 (2 ** 32 for a 32-bit register). Same unit as the value. */
  readonly wrapsAt?: number;
}

export interface LorawanFacts {
  readonly macVersion: "1.0.0" | "1.0.1" | "1.0.2" | "1.0.3" | "1.0.4" | "1.1.0";
  readonly class: "A" | "B" | "C";
  /** The vendor's default reporting period. */
  readonly reportEveryMinutes: number;
}

export interface DeviceType {
  /** `<vendor>-<model>` in kebab case, the folder's name. */
  readonly id: string;
  readonly vendor: string;
  /** Commercial model names that share this payload format. */
  readonly models: readonly string[];
  /** Rises with every change of what `decode` returns for the same bytes, so that history can be decoded again. */
  readonly codecVersion: number;
  readonly lorawan: LorawanFacts;
  readonly measurements: Readonly<Record<string, MeasurementDefinition>>;
  /** Throws DecodeError, and nothing else, on bytes that do not follow the vendor's specification. */
  readonly decode: (uplink: UplinkPayload) => DecodeResult;
}

/** Marks a definition as a device type; the types check it, the catalogue's suite checks the rest. */
export function deviceType<const T extends DeviceType>(definition: T): T {
  return definition;
}
