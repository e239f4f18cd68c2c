import type { MeasurementDefinition } from "../device-type.ts";
import {
  airTemperature,
  atmosphericPressure,
  batteryLevel,
  carbonDioxide,
  gauge,
  relativeHumidity,
  state,
} from "../measurement.ts";
import { type MilesightChannel, type RecordField, scaled, storedRecord, uint8, uint16 } from "./milesight-channels.ts";

/**
 * What the AM300 series measures. The published codecs read every channel of the series whatever the model, which
 * decides by its sensors what it sends. Ranges: the series' data sheet.
 */
export const ambienceMeasurements = {
  battery: batteryLevel(),
  temperature: airTemperature({ min: -20, max: 70 }),
  humidity: relativeHumidity(),
  pir: state("motion"),
  lightLevel: { quantity: "illuminance", unit: "1", kind: "state", min: 0, max: 5 },
  illuminance: gauge("illuminance", "lx", { min: 0, max: 200_000 }),
  co2: carbonDioxide(10_000),
  /** TVOC as an air quality index, 1 being the sensor's idea of clean air. */
  tvocIndex: gauge("air-quality-index", "1", { min: 0, max: 655.35 }),
  tvoc: gauge("tvoc-concentration", "ug/m3", { min: 0, max: 65_535 }),
  pressure: atmosphericPressure(),
  buzzer: state("device-state"),
  formaldehyde: gauge("formaldehyde-concentration", "mg/m3", { min: 0, max: 10 }),
  pm25: gauge("pm2.5-concentration", "ug/m3", { min: 0, max: 1000 }),
  pm10: gauge("pm10-concentration", "ug/m3", { min: 0, max: 1000 }),
  ozone: gauge("ozone-concentration", "[ppm]", { min: 0, max: 10 }),
} satisfies Record<string, MeasurementDefinition>;

const hundredths = (reader: Parameters<RecordField[1]>[0]) => reader.uint16LE() / 100;

export const ambienceChannels: Readonly<Record<string, string | MilesightChannel>> = {
  "0175": "battery",
  "0367": "temperature",
  "0468": "humidity",
  "0500": "pir",
  "06cb": "lightLevel",
  "0694": "illuminance",
  "077d": "co2",
  "087d": scaled("tvocIndex", 100),
  "08e6": "tvoc",
  "0973": "pressure",
  "0a7d": scaled("formaldehyde", 100),
  "0b7d": "pm25",
  "0c7d": "pm10",
  "0d7d": scaled("ozone", 100),
  "0e01": "buzzer",
};

export const particleFields: readonly RecordField[] = [
  ["pm25", uint16],
  ["pm10", uint16],
];
export const formaldehydeField: RecordField = ["formaldehyde", hundredths];

/**
 * Stored records of the series: 20CE holds TVOC as an index, 21CE in µg/m³; `fields` are those after the pressure.
 * The newest firmware adds the illuminance at the end: the record is of that longer kind when the payload goes on
 * with something that is no channel of ours after the shorter one.
 */
export function ambienceRecords(...fields: readonly RecordField[]): Readonly<Record<string, MilesightChannel>> {
  return {
    "20ce": withOptionalIlluminance(storedRecord(...commonFields, ["tvocIndex", hundredths], pressureField, ...fields)),
    "21ce": withOptionalIlluminance(storedRecord(...commonFields, ["tvoc", uint16], pressureField, ...fields)),
  };
}

const commonFields: readonly RecordField[] = [
  ["temperature", (reader) => reader.int16LE() / 10],
  ["humidity", (reader) => reader.uint16LE() / 2],
  ["pir", uint8],
  ["lightLevel", uint8],
  ["co2", uint16],
];
const pressureField: RecordField = ["pressure", (reader) => reader.uint16LE() / 10];

function withOptionalIlluminance(record: MilesightChannel): MilesightChannel {
  return (frame) => {
    const { reader, measurements } = frame;
    record(frame);
    const time = measurements.at(-1)?.time;
    const recordFollows = isRecordHeader(reader.peek(0), reader.peek(1));
    const longRecordFits = reader.remaining === 4 || isRecordHeader(reader.peek(4), reader.peek(5));
    if (time === undefined || recordFollows || !longRecordFits) return;
    measurements.push({ name: "illuminance", value: reader.uint32LE(), time });
  };
}

function isRecordHeader(id: number | undefined, type: number | undefined): boolean {
  return (id === 0x20 || id === 0x21) && type === 0xce;
}
