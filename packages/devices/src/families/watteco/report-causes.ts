import type { ByteReader } from "../../byte-reader.ts";
import { DecodeError } from "../../decode-error.ts";
import { nameAt, type ZclAttribute, type ZclField } from "./zcl-attribute.ts";
import { readField } from "./zcl-number.ts";

const crossings = ["", "downwards", "upwards", "upwards and downwards"];

/**
 * Reads why a report was sent, which follows its value when the device is configured to say it: one sentence for each
 * criterion that was met. Throws DecodeError when the causes are cut short or of a kind that is not specified.
 */
export function readReportCauses(reader: ByteReader, attribute: ZclAttribute, endpoint: number): string[] {
  const causes: string[] = [];
  if (reader.remaining === 0) return causes;
  const at = reader.offset;
  const kind = (reader.uint8() >> 4) & 3;
  if (kind !== 1 && kind !== 2) throw new DecodeError(`report causes of kind ${kind} at byte ${at} are not specified`);
  while (reader.remaining > 0) causes.push(readCause(reader, attribute, endpoint, kind === 2));
  return causes;
}

function readCause(reader: ByteReader, attribute: ZclAttribute, endpoint: number, isLong: boolean): string {
  const criterion = reader.uint8();
  const isThreshold = ((criterion >> 3) & 3) === 2;
  let text = `${criterion & 0x80 ? "alarm" : "report"} by criterion ${criterion & 7}`;
  if (isThreshold) text += `, threshold crossed ${crossings[(criterion >> 5) & 3]}`;
  else if (((criterion >> 3) & 3) === 1) text += ", change since the last report";
  if (!isLong) return text;
  const field = readCauseField(reader, attribute);
  text += ` of ${nameAt(field, endpoint)}: ${readField(reader, field)}`;
  return isThreshold ? `${text}, gap ${readField(reader, field)}, ${readOccurrences(reader)}` : text;
}

/** In a byte string the cause says which field it is about; elsewhere there is only one. */
function readCauseField(reader: ByteReader, { layout, fields }: ZclAttribute): ZclField {
  const at = reader.offset;
  let index = 0;
  if (layout === "fields") index = reader.uint8();
  // Indices 0 and 1 are the power modes and the source in use.
  if (layout === "power-sources") index = reader.uint8() - 2;
  const field = fields[index];
  if (!field) throw new DecodeError(`report cause at byte ${at} names a field that its attribute does not have`);
  return field;
}

function readOccurrences(reader: ByteReader): string {
  const count = reader.uint8();
  if (count & 0x80) return `${reader.uint16BE()} times upwards, ${reader.uint16BE()} downwards`;
  return `${count} time(s)`;
}
