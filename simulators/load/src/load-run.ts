import { randomBytes } from "node:crypto";
import type { UplinkRun } from "@gtb/database/queries/count-stored-uplinks";

export type EventFormat = "json" | "protobuf";

export interface LoadSettings {
  readonly devices: number;
  /** Uplinks a second, all devices together. */
  readonly rate: number;
  readonly uplinks: number;
  readonly format: EventFormat;
  readonly seed: number;
}

/** One run: its uplinks are numbered from 0, and number, device, time and event id follow from each other. */
export interface LoadRun extends LoadSettings {
  /** 20 hexadecimal digits that head the ids of the run's events. */
  readonly runId: string;
  readonly startMs: number;
}

/**
 * Begins a run at `startMs`. Throws RangeError where a device would report twice in one millisecond: two readings of a
 * point at one time are one reading.
 */
export function loadRun(settings: LoadSettings, startMs: number, runId = randomBytes(10).toString("hex")): LoadRun {
  const { devices, rate, uplinks } = settings;
  for (const [name, value] of Object.entries({ devices, rate, uplinks })) {
    if (!(value >= 1)) throw new RangeError(`${name} must be at least 1`);
  }
  if (devices * 1000 < rate) throw new RangeError(`${rate} uplinks/s need at least ${Math.ceil(rate / 1000)} devices`);
  if (uplinks > 2 ** 48) throw new RangeError("a run numbers its uplinks with 48 bits");
  return { ...settings, runId, startMs };
}

/** When uplink `number` is due, and the time that its event bears; whole milliseconds. */
export function dueMs({ startMs, rate }: LoadRun, number: number): number {
  return startMs + Math.floor((number * 1000) / rate);
}

/** The id of uplink `number`: a uuid of the run, then the number. */
export function eventId({ runId }: LoadRun, number: number): string {
  const head = `${runId.slice(0, 8)}-${runId.slice(8, 12)}-8${runId.slice(13, 16)}-8${runId.slice(17, 20)}`;
  return `${head}-${number.toString(16).padStart(12, "0")}`;
}

export function deviceIndex({ devices }: LoadRun, number: number): number {
  return number % devices;
}

/** 16 hexadecimal digits, locally administered; the same devices in each run. */
export function devEuiOf(index: number): string {
  return `0210ad${index.toString(16).padStart(10, "0")}`;
}

/** Where the run's uplinks are found in the database. */
export function storedAs(run: LoadRun, source: string): UplinkRun {
  return {
    source,
    firstId: eventId(run, 0),
    lastId: eventId(run, run.uplinks - 1),
    from: new Date(run.startMs),
    to: new Date(dueMs(run, run.uplinks) + 1),
  };
}
