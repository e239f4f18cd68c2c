import { ByteReader } from "../byte-reader.ts";
import { DecodeError } from "../decode-error.ts";
import type { DecodedMeasurement, DecodeResult, UplinkPayload } from "../device-type.ts";
import { externalProbeName, externalProbes, gridEyePixelName, gridEyePixels } from "./elsys-measurements.ts";

interface ElsysFrame {
  readonly reader: ByteReader;
  readonly time: Date;
  readonly measurements: DecodedMeasurement[];
  readonly warnings: string[];
  /** Values of type 19 seen so far: one payload can carry several probes on the second input. */
  externalProbesSeen: number;
}

type ReadField = (frame: ElsysFrame) => void;

const settingsFrame = 0x3e;
/** Bits 7 and 6 of a type byte: how many bytes, after the value, say how long ago it was measured. */
const offsetSizes = [0, 1, 2, 4] as const;

/** Value formats by type, bits 5 to 0 of the type byte. Multi-byte values are big endian. */
const fields: Readonly<Record<number, ReadField>> = {
  1: value("temperature", (reader) => reader.int16BE() / 10),
  2: value("humidity", uint8),
  3: readAcceleration,
  4: value("light", uint16),
  5: value("motion", uint8),
  6: value("co2", uint16),
  7: value("batteryVoltage", uint16),
  8: value("analog1", uint16),
  9: skip(6), // position: no measurement
  10: value("pulse1", uint16),
  11: value("pulse1Total", uint32),
  12: value("externalTemperature", (reader) => reader.int16BE() / 10),
  13: value("digital1", uint8),
  14: value("distance", uint16),
  15: value("accelerationEvents", uint8),
  16: readInfrared,
  17: value("occupancy", uint8),
  18: value("waterLeak", uint8),
  19: readGridEye,
  20: value("pressure", (reader) => reader.int32BE() / 1000),
  21: readSound,
  22: value("pulse2", uint16),
  23: value("pulse2Total", uint32),
  24: value("analog2", uint16),
  25: readExternalProbe,
  26: value("digital2", uint8),
  27: value("analogMicrovolts", (reader) => reader.int32BE()),
  28: value("tvoc", uint16),
  29: value("airQualityIndex", uint8),
  30: value("genericBoolean", (reader) => (reader.uint8() === 0 ? 0 : 1)),
  31: value("genericInt8", (reader) => reader.int8()),
  32: value("genericInt16", (reader) => reader.int16BE()),
  33: value("displayView", uint8),
  34: value("setpoint", (reader) => reader.int16BE() / 10),
  35: value("fanSpeed", uint8),
  36: value("externalHumidity", uint8),
  59: (frame) => frame.reader.skip(frame.reader.uint8()), // raw bytes, their number first
  60: skip(4), // checksum
  61: skip(4), // debug
};

/**
 * Decodes the payload that all Elsys sensors share: type byte, value, optional age in seconds, and so on.
 * A frame of settings (sent on port 6) carries no measurement. As the vendor's codec does, decoding stops at an unknown
 * type, whose width nobody knows: what came before is kept with a warning; a payload that begins with one is an error.
 * Source: Elsys, "Sensor payload" (elsys.se/public/documents/Sensor_payload.pdf), and the published codec.
 */
export function decodeElsys({ bytes, time }: UplinkPayload): DecodeResult {
  const reader = new ByteReader(bytes);
  const frame: ElsysFrame = { reader, time, measurements: [], warnings: [], externalProbesSeen: 0 };
  if (reader.peek() === settingsFrame) return { measurements: [], warnings: [] };
  while (reader.remaining > 0) {
    const at = reader.offset;
    const type = reader.uint8();
    const read = fields[type & 0x3f];
    if (read === undefined) {
      stopAt(frame, at, type);
      break;
    }
    const first = frame.measurements.length;
    read(frame);
    applyAge(frame, first, offsetSizes[type >> 6] ?? 0);
  }
  return { measurements: frame.measurements, warnings: frame.warnings };
}

/** Dates the measurements from index `first` on by the age in seconds that follows them. */
function applyAge({ reader, measurements, time }: ElsysFrame, first: number, size: number): void {
  if (size === 0) return;
  const ageSeconds = size === 1 ? reader.uint8() : size === 2 ? reader.uint16BE() : reader.uint32BE();
  const measuredAt = new Date(time.getTime() - ageSeconds * 1000);
  for (const { name, value } of measurements.splice(first)) measurements.push({ name, value, time: measuredAt });
}

function stopAt({ warnings }: ElsysFrame, at: number, type: number): void {
  const message = `unknown type ${type.toString(16).padStart(2, "0")} at byte ${at}`;
  if (at === 0) throw new DecodeError(message);
  warnings.push(`${message}: the rest of the payload was not read`);
}

function emit({ measurements, time }: ElsysFrame, name: string, measured: number): void {
  measurements.push({ name, value: measured, time });
}

function value(name: string, read: (reader: ByteReader) => number): ReadField {
  return (frame) => emit(frame, name, read(frame.reader));
}

function skip(count: number): ReadField {
  return ({ reader }) => reader.skip(count);
}

function uint8(reader: ByteReader): number {
  return reader.uint8();
}

function uint16(reader: ByteReader): number {
  return reader.uint16BE();
}

function uint32(reader: ByteReader): number {
  return reader.uint32BE();
}

function readAcceleration(frame: ElsysFrame): void {
  emit(frame, "accelerationX", frame.reader.int8());
  emit(frame, "accelerationY", frame.reader.int8());
  emit(frame, "accelerationZ", frame.reader.int8());
}

function readInfrared(frame: ElsysFrame): void {
  emit(frame, "infraredInternalTemperature", frame.reader.int16BE() / 10);
  emit(frame, "infraredExternalTemperature", frame.reader.int16BE() / 10);
}

function readSound(frame: ElsysFrame): void {
  emit(frame, "soundPeak", frame.reader.uint8());
  emit(frame, "soundAverage", frame.reader.uint8());
}

/** 64 pixels in tenths of a degree above a reference. */
function readGridEye(frame: ElsysFrame): void {
  const reference = frame.reader.uint8();
  for (let pixel = 0; pixel < gridEyePixels; pixel++) {
    emit(frame, gridEyePixelName(pixel), reference + frame.reader.uint8() / 10);
  }
}

function readExternalProbe(frame: ElsysFrame): void {
  const celsius = frame.reader.int16BE() / 10;
  const probe = frame.externalProbesSeen++;
  if (probe < externalProbes) emit(frame, externalProbeName(probe), celsius);
  else frame.warnings.push(`only ${externalProbes} probes on the second input are kept`);
}
