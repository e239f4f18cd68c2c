import { DecodeError } from "../../decode-error.ts";
import type { DecodeResult, UplinkPayload } from "../../device-type.ts";
import { counter, gauge, state } from "../../measurement.ts";
import type { AdeunisFrame, ReadFrame } from "./adeunis-frame.ts";
import { adeunisFrames, statusMeasurements } from "./adeunis-frames.ts";

/** A label of the meter's customer output (TIC) in the frame: a 32-bit number, or so many characters of text. */
type TicField =
  | { readonly label: string; readonly name: string }
  | { readonly label: string; readonly textLength: number };

/** Sent in place of a number whose label the meter does not give. */
const notFound = 0x80000000;
/** No number that a Linky gives has more than nine digits. */
const largestNumber = 999_999_999;
const alarmKinds = [
  "sent by hand",
  "label appeared",
  "label disappeared",
  "above its high threshold",
  "below its low threshold",
  "back within its thresholds",
  "rise",
  "fall",
];

/** W.h: nine digits on a Linky's display. */
export const ticEnergy = counter("active-energy", "W.h", 1_000_000_000);
export const ticCurrent = gauge("electric-current", "A", { min: 0, max: 200 });
export const ticApparentPower = gauge("apparent-power", "V.A", { min: 0, max: 50_000 });
export const ticActivePower = gauge("active-power", "W", { min: 0, max: 50_000 });

export const ticStatusMeasurements = {
  ...statusMeasurements,
  configurationInconsistent: state("alarm"),
  readError: state("alarm"),
};

/** The decoder of an Adeunis TIC reader set with the vendor's profile whose labels, in order, are `fields`. */
export function ticFrames(fields: readonly TicField[]): (uplink: UplinkPayload) => DecodeResult {
  const names = new Map(fields.flatMap((field) => ("name" in field ? [[field.label, field.name] as const] : [])));
  return adeunisFrames({
    statusFlags: { configurationInconsistent: 0x08, readError: 0x10 },
    frames: new Map<number, ReadFrame>([
      [0x30, () => {}],
      [0x49, (frame) => readData(frame, fields)],
      [0x4a, (frame) => readAlarm(frame, names)],
    ]),
  });
}

function readData(frame: AdeunisFrame, fields: readonly TicField[]): void {
  for (const field of fields) {
    if ("textLength" in field) {
      expectText(frame, field.label, field.textLength);
      continue;
    }
    const at = frame.reader.offset;
    const value = frame.reader.uint32BE();
    if (value === notFound) continue;
    if (value > largestNumber) throw otherProfile(`${field.label} at byte ${at} is no number of a Linky`);
    frame.add(field.name, value);
  }
}

/** Text where a number should be, or the reverse: the labels lie elsewhere, and no value of the frame can be trusted. */
function otherProfile(what: string): DecodeError {
  return new DecodeError(`${what}: is the reader set with another profile?`);
}

function expectText(frame: AdeunisFrame, label: string, length: number): void {
  for (let i = 0; i < length; i++) {
    const at = frame.reader.offset;
    const character = frame.reader.uint8();
    if (character !== 0 && !isPrintable(character)) {
      throw otherProfile(`${label} at byte ${at} is no text`);
    }
  }
}

function isPrintable(character: number): boolean {
  return character >= 0x20 && character < 0x7f;
}

/** One label, why it is sent, and its value in the meter's own characters: a number when it is one that we keep. */
function readAlarm(frame: AdeunisFrame, names: ReadonlyMap<string, string>): void {
  const label = readText(frame, 10);
  const kind = frame.reader.uint8();
  const value = readText(frame, frame.reader.remaining);
  const name = names.get(label);
  if (name !== undefined && /^\d{1,9}$/.test(value)) frame.add(name, Number(value));
  frame.warn(`${label}: ${alarmKinds[kind] ?? `alarm ${kind}`}, value ${value === "" ? "not found" : value}`);
}

/** Printable characters, without the zeros that fill the field. */
function readText(frame: AdeunisFrame, length: number): string {
  let text = "";
  for (let i = 0; i < length; i++) {
    const character = frame.reader.uint8();
    if (isPrintable(character)) text += String.fromCharCode(character);
  }
  return text;
}
