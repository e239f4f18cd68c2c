import { ByteReader } from "../byte-reader.ts";
import { DecodeError } from "../decode-error.ts";
import type { DecodedMeasurement, DecodeResult, UplinkPayload } from "../device-type.ts";
import { milesightSettingWidths } from "./milesight-settings.ts";

/** What a channel's decoder works on: the bytes after the channel's id and type, and what was found so far. */
export interface MilesightFrame {
  readonly reader: ByteReader;
  /** The uplink's time, UTC. */
  readonly time: Date;
  readonly measurements: DecodedMeasurement[];
  readonly warnings: string[];
}

type ReadValue = (reader: ByteReader) => number;
export type MilesightChannel = (frame: MilesightFrame) => void;

/** How the vendor encodes a value, by the channel's type byte (the Milesight payload rules, which follow IPSO). */
const valueOfType: Readonly<Record<string, ReadValue>> = {
  "00": uint8,
  "01": uint8,
  "63": (reader) => reader.uint32LE() / 100,
  "67": (reader) => reader.int16LE() / 10,
  "68": (reader) => reader.uint8() / 2,
  "73": (reader) => reader.uint16LE() / 10,
  "75": uint8,
  "7d": uint16,
  "94": (reader) => reader.uint32LE(),
  "97": (reader) => reader.uint32LE() / 100,
  "98": (reader) => reader.uint16LE() / 100,
  cb: uint8,
  e6: uint16,
};

export interface MilesightOptions {
  /** Widths of configuration answers in which this model differs from its siblings: answer type → bytes. */
  readonly settingWidths?: Readonly<Record<number, number>>;
}

/**
 * Decoder of the Milesight family: a payload is a sequence of channel id, channel type, value (little endian).
 * `channels` maps id and type, as four hex digits, to the measurement's name (the type then says how it is encoded)
 * or to a decoder of its own. Answers to downlinks and device information are skipped.
 * As the vendor's codec does, decoding stops at an unknown channel, whose width nobody knows: what came before is
 * kept with a warning; a payload that begins with one is not of this model.
 */
export function milesightChannels(
  channels: Readonly<Record<string, string | MilesightChannel>>,
  { settingWidths = {} }: MilesightOptions = {},
): (uplink: UplinkPayload) => DecodeResult {
  const decoders = new Map(
    Object.entries(channels).map(([key, channel]) => [Number.parseInt(key, 16), decoderOf(key, channel)]),
  );
  const widths = { ...milesightSettingWidths, ...settingWidths };

  return ({ bytes, time }) => {
    const frame: MilesightFrame = { reader: new ByteReader(bytes), time, measurements: [], warnings: [] };
    const { reader } = frame;
    while (reader.remaining > 0) {
      const at = reader.offset;
      const id = reader.uint8();
      if (reader.remaining === 0) return stopAt(frame, at, hex(id));
      const type = reader.uint8();
      const decode = decoders.get(id * 256 + type);
      if (decode !== undefined) decode(frame);
      else if (!skipSetting(reader, id, type, widths)) return stopAt(frame, at, `${hex(id)} ${hex(type)}`);
    }
    return { measurements: frame.measurements, warnings: frame.warnings };
  };
}

/** A value in a fraction of its unit: `scaled("hcho", 100)` reads hundredths. */
export function scaled(name: string, divisor: number): MilesightChannel {
  return (frame) => emit(frame, name, frame.reader.uint16LE() / divisor);
}

/** A field of a stored record: the name of its measurement, or undefined for bytes to leave out, and how to read it. */
export type RecordField = readonly [name: string | undefined, read: ReadValue];

/** A stored record: seconds since 1970 UTC, then its fields; each value keeps the time of its record. */
export function storedRecord(...fields: readonly RecordField[]): MilesightChannel {
  return ({ reader, measurements }) => {
    const time = new Date(reader.uint32LE() * 1000);
    for (const [name, read] of fields) {
      const value = read(reader);
      if (name !== undefined) measurements.push({ name, value, time });
    }
  };
}

export function emit({ measurements, time }: MilesightFrame, name: string, value: number): void {
  measurements.push({ name, value, time });
}

export function uint8(reader: ByteReader): number {
  return reader.uint8();
}

export function uint16(reader: ByteReader): number {
  return reader.uint16LE();
}

function decoderOf(key: string, channel: string | MilesightChannel): MilesightChannel {
  if (typeof channel !== "string") return channel;
  const read = valueOfType[key.slice(2)];
  if (read === undefined) throw new TypeError(`no encoding known for Milesight channel ${key}`);
  return (frame) => emit(frame, channel, read(frame.reader));
}

/** Steps over an answer to a downlink or a piece of device information; false when it is neither. */
function skipSetting(reader: ByteReader, id: number, type: number, widths: Readonly<Record<number, number>>): boolean {
  if (id !== 0xfe && id !== 0xff) return false;
  const width = widths[type];
  if (width === undefined) return false;
  // the CO2 calibration answer carries a target only in the manual mode
  const expected = type === 0x1a && reader.peek() === 2 ? width + 2 : width;
  // firmware generations disagree on some widths: an answer that ends the payload may be shorter than its siblings'
  reader.skip(Math.min(expected, reader.remaining));
  return true;
}

function stopAt({ measurements, warnings }: MilesightFrame, at: number, bytes: string): DecodeResult {
  const channel = `unknown channel ${bytes} at byte ${at}`;
  if (at === 0) throw new DecodeError(channel);
  warnings.push(`${channel}: the rest of the payload was not read`);
  return { measurements, warnings };
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}
