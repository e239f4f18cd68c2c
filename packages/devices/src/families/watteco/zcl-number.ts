import type { ByteReader } from "../../byte-reader.ts";
import { DecodeError } from "../../decode-error.ts";
import type { ZclField } from "./zcl-attribute.ts";

/** The field's value in its measurement's unit. Throws DecodeError where the bytes end, or hold no finite number. */
export function readField(reader: ByteReader, { type, offset = 0, divisor = 1 }: ZclField): number {
  return (readNumber(reader, type) + offset) / divisor;
}

function readNumber(reader: ByteReader, type: ZclField["type"]): number {
  switch (type) {
    case "bool":
      return reader.uint8() === 0 ? 0 : 1;
    case "uint8":
      return reader.uint8();
    case "uint16":
      return reader.uint16BE();
    case "int16":
      return reader.int16BE();
    case "int24":
      return reader.int8() * 0x10000 + reader.uint16BE();
    case "int32":
      return reader.int32BE();
    case "uint32":
      return reader.uint32BE();
    case "float32":
      return readFloat32(reader);
  }
}

const floatBits = new DataView(new ArrayBuffer(4));

function readFloat32(reader: ByteReader): number {
  const at = reader.offset;
  floatBits.setUint32(0, reader.uint32BE());
  const value = floatBits.getFloat32(0);
  if (!Number.isFinite(value)) throw new DecodeError(`no finite number at byte ${at}`);
  return value;
}
