import { DecodeError } from "@gtb/devices/decode-error";
import { decodeUplink } from "@gtb/devices/decode-uplink";
import type { DecodedMeasurement, DeviceType } from "@gtb/devices/device-type";
import { parseUplinkLine, UplinkLineError } from "./parse-uplink-line.ts";

/** What is printed for one line in. `time` is ISO 8601, UTC. */
export interface DecodedLine {
  readonly measurements: readonly {
    readonly name: string;
    readonly quantity: string;
    readonly unit: string;
    readonly value: number;
    readonly time: string;
  }[];
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Decodes one JSON line `{"port","hex","time"?}`. Never throws: a line that is no uplink, or a payload that does not
 * follow its specification, is an answer with errors. `now` stands for a missing time.
 */
export function decodeLine(type: DeviceType, text: string, lineNumber: number, now: Date): DecodedLine {
  try {
    const { uplink, warnings: ofLine } = parseUplinkLine(text, now);
    const { measurements, warnings } = decodeUplink(type, uplink);
    return {
      measurements: measurements.map((measurement) => describe(type, measurement)),
      errors: [],
      warnings: [
        ...ofLine.map((warning) => `line ${lineNumber}: ${warning}`),
        ...warnings,
        ...measurements.flatMap((measurement) => implausibility(type, measurement)),
      ],
    };
  } catch (error) {
    if (error instanceof UplinkLineError) return withError(`line ${lineNumber}: ${error.message}`);
    if (error instanceof DecodeError) return withError(error.message);
    return withError(`the decoder itself failed: ${String(error)}`);
  }
}

function describe(type: DeviceType, { name, value, time }: DecodedMeasurement): DecodedLine["measurements"][number] {
  const definition = type.measurements[name];
  return {
    name,
    quantity: definition?.quantity ?? "",
    unit: definition?.unit ?? "",
    value,
    time: time.toISOString(),
  };
}

/** Ingestion keeps such a value aside with this reason; here it is shown, so that a wrong range can be seen. */
function implausibility(type: DeviceType, { name, value }: DecodedMeasurement): string[] {
  const definition = type.measurements[name];
  if (definition === undefined || (value >= definition.min && value <= definition.max)) return [];
  const { min, max, unit } = definition;
  return [`${name}: ${value} ${unit} is outside its plausible range ${min}…${max}, ingestion would reject it`];
}

function withError(message: string): DecodedLine {
  return { measurements: [], errors: [message], warnings: [] };
}
