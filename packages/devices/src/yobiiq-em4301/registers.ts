import type { ByteReader } from "../byte-reader.ts";

/** How a register of the meter's periodic frames is read, by its type byte. Without a name it is no measurement. */
export interface Register {
  readonly name?: string;
  readonly read: (reader: ByteReader) => number;
}

const unsigned = (reader: ByteReader) => reader.uint32BE();
const signed = (reader: ByteReader) => reader.int32BE();
const tenths = (reader: ByteReader) => reader.int32BE() / 10;
const hundredths8 = (reader: ByteReader) => reader.int8() / 100;
const hundredths16 = (reader: ByteReader) => reader.int16BE() / 100;
const thousandths = (reader: ByteReader) => twoDecimals(reader.int32BE());
const unsignedThousandths = (reader: ByteReader) => twoDecimals(reader.uint32BE());
const skip16 = (reader: ByteReader) => reader.uint16BE();

/** Seconds since 1970 UTC: when the frame was made, and when the meter was read for it. */
export const timestampRegister = 0x01;
export const meterTimestampRegister = 0x03;

/** Registers by type byte, big endian. Source: Yobiiq EM4301, published payload and codec 1.0.1. */
export const registers: Readonly<Record<number, Register>> = {
  0: { name: "frameIndex", read: unsigned },
  [timestampRegister]: { read: unsigned },
  [meterTimestampRegister]: { read: unsigned },
  4: { name: "activeEnergyImportTariff1", read: unsigned },
  5: { name: "activeEnergyImportTariff2", read: unsigned },
  6: { name: "activeEnergyExportTariff1", read: unsigned },
  7: { name: "activeEnergyExportTariff2", read: unsigned },
  8: { name: "reactiveEnergyImportTariff1", read: unsigned },
  9: { name: "reactiveEnergyImportTariff2", read: unsigned },
  10: { name: "reactiveEnergyExportTariff1", read: unsigned },
  11: { name: "reactiveEnergyExportTariff2", read: unsigned },
  12: { name: "voltageL1", read: tenths },
  13: { name: "voltageL2", read: tenths },
  14: { name: "voltageL3", read: tenths },
  15: { name: "currentTotal", read: signed },
  16: { name: "currentL1", read: signed },
  17: { name: "currentL2", read: signed },
  18: { name: "currentL3", read: signed },
  19: { name: "activePowerTotal", read: signed },
  20: { name: "activePowerL1", read: signed },
  21: { name: "activePowerL2", read: signed },
  22: { name: "activePowerL3", read: signed },
  23: { name: "reactivePowerL1", read: thousandths },
  24: { name: "reactivePowerL2", read: thousandths },
  25: { name: "reactivePowerL3", read: thousandths },
  26: { name: "apparentPowerL1", read: thousandths },
  27: { name: "apparentPowerL2", read: thousandths },
  28: { name: "apparentPowerL3", read: thousandths },
  29: { name: "powerFactorL1", read: hundredths8 },
  30: { name: "powerFactorL2", read: hundredths8 },
  31: { name: "powerFactorL3", read: hundredths8 },
  32: { name: "phaseAngleL1", read: hundredths16 },
  33: { name: "phaseAngleL2", read: hundredths16 },
  34: { name: "phaseAngleL3", read: hundredths16 },
  35: { name: "frequency", read: hundredths16 },
  36: { name: "systemActivePower", read: unsigned },
  37: { name: "systemReactivePower", read: unsignedThousandths },
  38: { name: "systemApparentPower", read: unsignedThousandths },
  39: { name: "currentDemandMaxL1", read: signed },
  40: { name: "currentDemandMaxL2", read: signed },
  41: { name: "currentDemandMaxL3", read: signed },
  42: { name: "averagePower", read: signed },
  43: { read: unsigned }, // year of certification
  240: { read: skip16 }, // year of manufacture
  241: { read: skip16 }, // firmware version
  242: { read: skip16 }, // hardware version
};

/** Device information of port 50, by type byte. 0x28 is the model's name. */
export const information: Readonly<Record<number, Register>> = {
  9: { read: skip16 }, // hardware version
  10: { read: skip16 }, // firmware version
  11: { name: "mainsPower", read: (reader) => reader.uint8() },
  15: { read: (reader) => reader.uint8() }, // LoRaWAN class
  22: { read: unsigned }, // serial number
  30: { name: "currentTransformerPrimary", read: (reader) => reader.uint16BE() },
  31: { name: "currentTransformerSecondary", read: (reader) => reader.uint8() },
  32: { name: "voltageTransformerPrimary", read: unsigned },
  33: { name: "voltageTransformerSecondary", read: (reader) => reader.uint16BE() },
};
export const modelNameType = 0x28;

/** The vendor publishes thousandths with two decimals, rounded as its codec rounds them. */
function twoDecimals(raw: number): number {
  return Number((raw * 0.001).toFixed(2));
}
