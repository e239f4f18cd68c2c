import { devAddrOf, loadApplicationId } from "./json-template.ts";
import { devEuiOf, deviceIndex, dueMs, eventId, type LoadRun } from "./load-run.ts";
import { payloadBytes, uplinkValues, writePayload } from "./uplink-values.ts";

/**
 * Encodes uplinks as `integration.UplinkEvent` of chirpstack-api 4, field by field: with the generated classes the
 * simulator would use more of the machine than what it measures. A test reads the bytes with those classes.
 */
export function protobufEncoder(run: LoadRun): (number: number) => Buffer {
  const deviceInfo = Buffer.concat([text(3, loadApplicationId), text(6, "milesight-em300-th"), text(7, "essai")]);
  const reception = Buffer.concat([
    text(1, "02000000000027ff"),
    unsigned(2, 4_217_106_255),
    // -57 dBm: a negative int32 is written as the 64-bit number that it would be
    Buffer.from("30c7ffffffffffffffff01", "hex"),
    unsigned(16, 2),
  ]);
  const tail = Buffer.concat([bytes(12, reception), text(16, "eu868")]);
  return (number) => {
    const timeMs = dueMs(run, number);
    const seconds = Math.floor(timeMs / 1000);
    const payload = Buffer.alloc(payloadBytes);
    writePayload(payload, 0, uplinkValues(run, number));
    const device = deviceIndex(run, number);
    return Buffer.concat([
      text(1, eventId(run, number)),
      bytes(2, Buffer.concat([unsigned(1, seconds), unsigned(2, (timeMs - seconds * 1000) * 1_000_000)])),
      bytes(3, Buffer.concat([deviceInfo, text(8, devEuiOf(device))])),
      text(4, devAddrOf(device)),
      unsigned(5, 1),
      unsigned(6, 5),
      unsigned(7, Math.floor(number / run.devices)),
      unsigned(8, 85),
      bytes(10, payload),
      tail,
    ]);
  };
}

function text(field: number, value: string): Buffer {
  return bytes(field, Buffer.from(value, "latin1"));
}

/** A field of wire type 2: strings, bytes, messages. */
function bytes(field: number, value: Buffer): Buffer {
  return Buffer.concat([varint(field * 8 + 2), varint(value.length), value]);
}

/** A field of wire type 0. */
function unsigned(field: number, value: number): Buffer {
  return Buffer.concat([varint(field * 8), varint(value)]);
}

function varint(value: number): Buffer {
  const parts: number[] = [];
  let rest = value;
  while (rest > 0x7f) {
    parts.push((rest % 128) | 0x80);
    rest = Math.floor(rest / 128);
  }
  parts.push(rest);
  return Buffer.from(parts);
}
