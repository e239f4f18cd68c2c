import { ByteReader } from "../byte-reader.ts";
import { DecodeError } from "../decode-error.ts";
import type { DecodedMeasurement, DecodeResult, UplinkPayload } from "../device-type.ts";

/** TX PULSE, TX PULSE ATEX, TX PULSE LED, TX CONTACT. */
const pulseTypes: ReadonlySet<number> = new Set([0x08, 0x09, 0x0a, 0x0b]);

/** Names by bit of the alarm register. */
const alarmBits: readonly (readonly [bit: number, name: string])[] = [
  [0, "flowHighInput1"],
  [1, "flowHighInput2"],
  [2, "flowHighOpenCollector"],
  [4, "flowLowInput1"],
  [5, "flowLowInput2"],
  [6, "flowLowOpenCollector"],
  [8, "leakInput1"],
  [9, "leakInput2"],
  [10, "leakOpenCollector"],
];

/** Names by bit of the status register; bits 2 and 3 hold the battery. */
const statusBits: readonly (readonly [bit: number, name: string])[] = [
  [0, "alarmFrame"],
  [4, "closedInput1"],
  [5, "closedInput2"],
  [6, "closedOpenCollector"],
  [8, "debounceInput1"],
  [9, "debounceInput2"],
  [10, "debounceOpenCollector"],
];

/**
 * One frame of 22 bytes, big endian: transmitter's number (3), its type, sequence, firmware, three pulse indexes of
 * 32 bits, alarms (16 bits), status (16 bits). Source: Enless Wireless, published codec of the TX 600 range.
 */
export function decodeEnlessTxPulse({ bytes, time }: UplinkPayload): DecodeResult {
  const reader = new ByteReader(bytes);
  reader.skip(3);
  const type = reader.uint8();
  if (!pulseTypes.has(type)) throw new DecodeError(`type ${type} at byte 3 is no pulse transmitter`);
  const measurements: DecodedMeasurement[] = [{ name: "sequence", value: reader.uint8(), time }];
  reader.skip(1);
  measurements.push({ name: "pulsesInput1", value: reader.uint32BE(), time });
  measurements.push({ name: "pulsesInput2", value: reader.uint32BE(), time });
  measurements.push({ name: "pulsesOpenCollector", value: reader.uint32BE(), time });
  const alarms = reader.uint16BE();
  const status = reader.uint16BE();
  for (const [bit, name] of alarmBits) measurements.push({ name, value: (alarms >> bit) & 1, time });
  for (const [bit, name] of statusBits) measurements.push({ name, value: (status >> bit) & 1, time });
  measurements.push({ name: "battery", value: 100 - 25 * ((status >> 2) & 0b11), time });
  return { measurements, warnings: alarmBits.filter(([bit]) => (alarms >> bit) & 1).map(([, name]) => name) };
}
