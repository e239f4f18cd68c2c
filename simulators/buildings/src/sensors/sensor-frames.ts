import { type FrameLayout, field } from "./frame-layout.ts";

/** How a device type's usual report is laid out; names are those of the measurements in packages/devices. */
export interface SensorFrames {
  readonly fPort: number;
  readonly report: FrameLayout;
  /** A record that the device kept while it could not send: seconds since 1970, then values. */
  readonly stored?: FrameLayout;
  /** What the report carries and nobody simulates. */
  readonly fixed: Readonly<Record<string, number>>;
}

const milesightBattery = ["0175", field("battery", "u8")];
const milesightAir = ["0367", field("temperature", "i16le", 10), "0468", field("humidity", "u8", 2)];
const ambience = [
  ...milesightBattery,
  ...milesightAir,
  "0500",
  field("pir", "u8"),
  "06cb",
  field("lightLevel", "u8"),
  "077d",
  field("co2", "u16le"),
];
/** Adeunis: the frame counter of three bits heads the status byte. */
const adeunisStatus = field("frameCounter", "u8", 32);

/** The true bytes of each device type we simulate. Sources: as in the decoders of packages/devices. */
export const sensorFrames = {
  "milesight-em300-th": {
    fPort: 85,
    report: [...milesightBattery, ...milesightAir],
    stored: ["20ce", field("seconds", "u32le"), field("temperature", "i16le", 10), field("humidity", "u8", 2), "00"],
    fixed: { battery: 96 },
  },
  "milesight-am307": {
    fPort: 85,
    report: [...ambience, "087d", field("tvocRegister", "u16le"), "0973", field("pressure", "u16le", 10)],
    fixed: { battery: 91, lightLevel: 2, tvocRegister: 120, pressure: 1013.2 },
  },
  "milesight-am319": {
    fPort: 85,
    report: [
      ...ambience,
      "087d",
      field("tvocIndex", "u16le", 100),
      "0973",
      field("pressure", "u16le", 10),
      "0b7d",
      field("pm25", "u16le"),
      "0c7d",
      field("pm10", "u16le"),
    ],
    fixed: { battery: 88, lightLevel: 2, tvocIndex: 1.2, pressure: 1013.2, pm25: 6, pm10: 9 },
  },
  "milesight-ct101": {
    fPort: 85,
    report: ["0498", field("current", "u16le", 100)],
    fixed: {},
  },
  "milesight-ws202": {
    fPort: 85,
    report: [...milesightBattery, "0300", field("pir", "u8"), "0400", field("daylight", "u8")],
    fixed: { battery: 99, daylight: 1 },
  },
  "milesight-em300-mld": {
    fPort: 85,
    report: [...milesightBattery, "0500", field("leak", "u8")],
    fixed: { battery: 98 },
  },
  "elsys-ers": {
    fPort: 5,
    report: [
      "01",
      field("temperature", "i16be", 10),
      "02",
      field("humidity", "u8"),
      "05",
      field("motion", "u8"),
      "06",
      field("co2", "u16be"),
      "07",
      field("batteryVoltage", "u16be"),
    ],
    fixed: { batteryVoltage: 3610 },
  },
  "yobiiq-em4301": {
    fPort: 1,
    report: ["0104", field("activeEnergyImportTariff1", "u32be"), "0113", field("activePowerTotal", "i32be")],
    fixed: {},
  },
  "watteco-triphaso": {
    fPort: 125,
    // endpoint 3, the sum of the phases; cluster 800A, attribute 0, 32 bytes
    report: [
      "710a800a00004120",
      field("positiveActiveEnergyABC", "u32be"),
      field("negativeActiveEnergyABC", "u32be"),
      field("positiveReactiveEnergyABC", "u32be"),
      field("negativeReactiveEnergyABC", "u32be"),
      field("positiveActivePowerABC", "u32be"),
      field("negativeActivePowerABC", "u32be"),
      field("positiveReactivePowerABC", "u32be"),
      field("negativeReactivePowerABC", "u32be"),
    ],
    fixed: {
      negativeActiveEnergyABC: 0,
      positiveReactiveEnergyABC: 0,
      negativeReactiveEnergyABC: 0,
      negativeActivePowerABC: 0,
      positiveReactivePowerABC: 0,
      negativeReactivePowerABC: 0,
    },
  },
  "adeunis-pulse": {
    fPort: 1,
    report: ["46", adeunisStatus, field("counterA", "u32be"), field("counterB", "u32be")],
    fixed: { counterB: 0 },
  },
  "adeunis-tic-linky-tri": {
    fPort: 1,
    report: [
      "49",
      adeunisStatus,
      // ADCO, the meter's address in ASCII
      "303231373238303030303030",
      field("activeEnergyBase", "u32be"),
      field("current1", "u32be"),
      field("current2", "u32be"),
      field("current3", "u32be"),
      field("currentMax1", "u32be"),
      field("currentMax2", "u32be"),
      field("currentMax3", "u32be"),
      field("activePowerMax", "u32be"),
      field("apparentPower", "u32be"),
    ],
    fixed: {
      current1: 0,
      current2: 0,
      current3: 0,
      currentMax1: 60,
      currentMax2: 60,
      currentMax3: 60,
      activePowerMax: 36_000,
    },
  },
  "adeunis-temp": {
    fPort: 1,
    report: ["57", adeunisStatus, field("temperature1", "i16be", 10)],
    fixed: {},
  },
  "adeunis-comfort-co2": {
    fPort: 1,
    report: ["6a", adeunisStatus, field("temperature", "i16be", 10), field("humidity", "u8"), field("co2", "u16be")],
    fixed: {},
  },
  "enless-tx-pulse": {
    fPort: 1,
    report: [
      "00010208",
      field("sequence", "u8"),
      "01",
      field("pulsesInput1", "u32be"),
      field("pulsesInput2", "u32be"),
      field("pulsesOpenCollector", "u32be"),
      "00000000",
    ],
    fixed: { pulsesInput2: 0, pulsesOpenCollector: 0 },
  },
} as const satisfies Record<string, SensorFrames>;

export type SimulatedType = keyof typeof sensorFrames;

export function framesOf(type: SimulatedType): SensorFrames {
  return sensorFrames[type];
}
