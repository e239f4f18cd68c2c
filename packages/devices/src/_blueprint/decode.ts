import { ByteReader } from "../byte-reader.ts";
import { DecodeError } from "../decode-error.ts";
import type { DecodedMeasurement, DecodeResult, UplinkPayload } from "../device-type.ts";

const periodicFrame = 0x01;
const configurationFrame = 0x10;
const dayFrame = 0x02;

/**
 * Acme's payload, big endian. Source: name the document and its version here.
 * Port 1, first byte the kind of frame: 01 periodic, 02 six stored indexes, 10 configuration (nothing to keep).
 */
export function decodeBlueprint({ fPort, bytes, time }: UplinkPayload): DecodeResult {
  if (fPort !== 1) throw new DecodeError(`port ${fPort} carries no known frame`);
  // the reader throws a DecodeError with the byte's offset when the payload is too short
  const reader = new ByteReader(bytes);
  const kind = reader.uint8();
  if (kind === periodicFrame) return readPeriodic(reader, time);
  if (kind === dayFrame) return { measurements: readDay(reader, time), warnings: [] };
  if (kind === configurationFrame) return { measurements: [], warnings: [] };
  throw new DecodeError(`unknown frame ${kind} at byte 0`);
}

function readPeriodic(reader: ByteReader, time: Date): DecodeResult {
  // divide, never multiply by 0.1: 271 / 10 is 27.1 and 271 * 0.1 is 27.1000001
  const temperature = reader.int16BE() / 10;
  const battery = reader.uint8();
  const pulses = reader.uint32BE();
  const tamper = reader.uint8() & 1;
  return {
    measurements: [
      { name: "temperature", value: temperature, time },
      { name: "battery", value: battery, time },
      { name: "pulses", value: pulses, time },
      { name: "tamper", value: tamper, time },
    ],
    warnings: tamper === 1 ? ["the housing was opened"] : [],
  };
}

/** Six indexes, the newest first, ten minutes apart: each has the time it was measured at. */
function readDay(reader: ByteReader, time: Date): DecodedMeasurement[] {
  const measurements: DecodedMeasurement[] = [];
  for (let stepsBack = 0; stepsBack < 6; stepsBack++) {
    const measuredAt = new Date(time.getTime() - stepsBack * 600_000);
    measurements.push({ name: "pulses", value: reader.uint32BE(), time: measuredAt });
  }
  return measurements;
}
