import { ByteReader } from "../byte-reader.ts";
import { DecodeError } from "../decode-error.ts";
import type { DecodedMeasurement, DecodeResult, UplinkPayload } from "../device-type.ts";
import { information, meterTimestampRegister, modelNameType, registers, timestampRegister } from "./registers.ts";

const informationPort = 50;
const informationChannel = 0xff;
const lastMeasurementPort = 10;
const modbusErrorChannel = 0x0b;
const modbusErrorType = 0x0a;
/** A clock ahead of the network by more than this was not set. */
const clockToleranceMs = 3_600_000;
/** No such meter existed before: a clock that says so was never set. */
const firstPossibleMs = Date.UTC(2020, 0, 1);

/**
 * Port 0: MAC only. Ports 1 to 10: registers, each a channel number, a type byte and the value. Port 50: device
 * information and answers to downlinks. Measurements take the time at which the meter was read for the frame, where
 * the payload says it and the clock can be believed, else the uplink's.
 * Source: Yobiiq EM4301, published payload and codec 1.0.1.
 */
export function decodeYobiiqEm4301({ fPort, bytes, time }: UplinkPayload): DecodeResult {
  if (fPort === 0) return { measurements: [], warnings: [] };
  const onMeasurementPort = fPort >= 1 && fPort <= lastMeasurementPort;
  if (!onMeasurementPort && fPort !== informationPort) throw new DecodeError(`port ${fPort} carries no known frame`);
  if (bytes.length === 1) return answerToDownlink(bytes[0]);
  const reader = new ByteReader(bytes);
  return onMeasurementPort ? readRegisters(reader, time) : readInformation(reader, time);
}

function answerToDownlink(status: number | undefined): DecodeResult {
  if (status === 0) return { measurements: [], warnings: [] };
  if (status === 1) return { measurements: [], warnings: ["the device refused a downlink command"] };
  throw new DecodeError(`unknown answer ${status} at byte 0`);
}

function readRegisters(reader: ByteReader, heardAt: Date): DecodeResult {
  const measurements: DecodedMeasurement[] = [];
  const warnings: string[] = [];
  let frameSeconds: number | undefined;
  let meterSeconds: number | undefined;
  while (reader.remaining > 0) {
    const at = reader.offset;
    const channel = reader.uint8();
    const type = reader.uint8();
    if (channel === modbusErrorChannel && type === modbusErrorType) {
      const code = reader.uint8();
      measurements.push({ name: "modbusError", value: code, time: heardAt });
      if (code !== 0) warnings.push(`the module could not read the meter: Modbus error ${code}`);
      continue;
    }
    const register = registers[type];
    if (register === undefined) {
      warnings.push(unknownType(at, type));
      break;
    }
    const value = register.read(reader);
    if (type === timestampRegister) frameSeconds = value;
    else if (type === meterTimestampRegister) meterSeconds = value;
    else if (register.name !== undefined) measurements.push({ name: register.name, value, time: heardAt });
  }
  return dated(measurements, warnings, heardAt, meterSeconds ?? frameSeconds);
}

function dated(
  measurements: DecodedMeasurement[],
  warnings: string[],
  heardAt: Date,
  seconds: number | undefined,
): DecodeResult {
  if (seconds === undefined) return { measurements, warnings };
  const measuredAt = new Date(seconds * 1000);
  const credible = seconds * 1000 >= firstPossibleMs && seconds * 1000 <= heardAt.getTime() + clockToleranceMs;
  if (!credible) {
    return { measurements, warnings: [...warnings, `the device's clock says ${measuredAt.toISOString()}: not used`] };
  }
  return { measurements: measurements.map(({ name, value }) => ({ name, value, time: measuredAt })), warnings };
}

function readInformation(reader: ByteReader, time: Date): DecodeResult {
  const measurements: DecodedMeasurement[] = [];
  while (reader.remaining > 0) {
    const at = reader.offset;
    // the vendor's codec passes over bytes between two pieces of information
    if (reader.uint8() !== informationChannel) continue;
    const type = reader.uint8();
    // a name of no declared length: it lasts until the next item's channel
    if (type === modelNameType) continue;
    const item = information[type];
    if (item === undefined) return { measurements, warnings: [unknownType(at, type)] };
    const value = item.read(reader);
    if (item.name !== undefined) measurements.push({ name: item.name, value, time });
  }
  return { measurements, warnings: [] };
}

/** The first item of a payload being unknown, it is no payload of this device. */
function unknownType(at: number, type: number): string {
  const message = `unknown type ${type.toString(16).padStart(2, "0")} at byte ${at}`;
  if (at === 0) throw new DecodeError(message);
  return `${message}: the rest of the payload was not read`;
}
