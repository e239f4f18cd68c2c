import type { LoadRun } from "./load-run.ts";

export const loadDeviceType = "milesight-em300-th";

export interface UplinkValues {
  /** °C in tenths */
  readonly temperature: number;
  /** % in halves */
  readonly humidity: number;
}

/** What uplink `number` measures: drawn from seed and number alone. */
export function uplinkValues({ seed }: LoadRun, number: number): UplinkValues {
  let hash = Math.imul(number ^ Math.imul(seed + 1, 0x9e3779b1), 0x85ebca6b);
  hash = (hash ^ (hash >>> 15)) >>> 0;
  return { temperature: 150 + (hash % 100), humidity: 60 + ((hash >>> 8) % 80) };
}

/** Battery, temperature and humidity of a Milesight EM300-TH, written at `at`. */
export const payloadBytes = 10;
export function writePayload(buffer: Buffer, at: number, { temperature, humidity }: UplinkValues): void {
  buffer.writeUInt32BE(0x01_75_60_03, at);
  buffer.writeUInt8(0x67, at + 4);
  buffer.writeInt16LE(temperature, at + 5);
  buffer.writeUInt16BE(0x04_68, at + 7);
  buffer.writeUInt8(humidity, at + 9);
}
