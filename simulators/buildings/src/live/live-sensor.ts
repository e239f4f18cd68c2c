import type { DemonstratorBuilding } from "../demonstrator/demonstrator-plan.ts";
import { seedOf } from "../model/noise.ts";
import { encodeFrame } from "../sensors/frame-layout.ts";
import { framesOf } from "../sensors/sensor-frames.ts";
import type { SensorReports } from "../sensors/sensor-reports.ts";
import { type ChirpstackMessage, type Frame, SensorEvents } from "./chirpstack-event.ts";

const dayMs = 86_400_000;
/** Stored records that fit into one frame at the data rate of most sensors. */
const recordsPerFrame = 20;

/** One sensor in the air: the messages that the network server publishes when it reports. */
export class LiveSensor {
  readonly reports: SensorReports;
  readonly #events: SensorEvents;
  readonly #seed: number;

  constructor(reports: SensorReports, building: DemonstratorBuilding) {
    this.reports = reports;
    this.#events = new SensorEvents(reports.plan, building);
    this.#seed = seedOf(0, reports.plan.key);
  }

  /** What is published for the report at `timeMs`: nothing while the sensor is out of order or keeps its reports. */
  messagesAt(timeMs: number): ChirpstackMessage[] {
    const { reports } = this;
    const values = reports.valuesAt(timeMs);
    if (values === undefined || reports.fault("late-burst", timeMs) !== undefined) return [];
    const previousMs = timeMs - reports.periodMs;
    const burst = reports.fault("late-burst", previousMs);
    const frame = this.#frame(timeMs, this.#reported(values));
    return [
      ...(this.#rejoins(timeMs, previousMs) ? [this.#events.join(timeMs - 5000)] : []),
      ...(burst === undefined ? [] : this.#burst(burst.fromMs, previousMs, timeMs)),
      this.#events.uplink(frame),
      ...(this.#isDaily(timeMs) ? [this.#events.status(frame, this.#batteryPercent(timeMs))] : []),
    ];
  }

  #reported(values: readonly number[]): Record<string, number> {
    return Object.fromEntries(this.reports.measurements.map((measurement, index) => [measurement, values[index] ?? 0]));
  }

  #frame(timeMs: number, values: Readonly<Record<string, number>>): Frame {
    const { fPort, report, fixed } = framesOf(this.reports.plan.type);
    const fCnt = this.reports.countAt(timeMs);
    const counters = { frameCounter: fCnt % 8, sequence: fCnt % 256 };
    return { timeMs, fCnt, fPort, bytes: encodeFrame(report, { ...fixed, ...counters, ...values }) };
  }

  /** The reports kept since `fromMs`, as stored records in as few frames as they fit in. */
  #burst(fromMs: number, toMs: number, sentMs: number): ChirpstackMessage[] {
    const { fPort, stored = [] } = framesOf(this.reports.plan.type);
    const records: Buffer[] = [];
    for (let timeMs = this.reports.nextAt(fromMs); timeMs <= toMs; timeMs += this.reports.periodMs) {
      const values = this.reports.valuesAt(timeMs);
      if (values !== undefined)
        records.push(encodeFrame(stored, { seconds: timeMs / 1000, ...this.#reported(values) }));
    }
    const messages: ChirpstackMessage[] = [];
    for (let first = 0; first < records.length; first += recordsPerFrame) {
      const bytes = Buffer.concat(records.slice(first, first + recordsPerFrame));
      const before = Math.ceil((records.length - first) / recordsPerFrame);
      const timeMs = sentMs - before * 1000;
      messages.push(this.#events.uplink({ timeMs, fCnt: this.reports.countAt(sentMs) - before, fPort, bytes }));
    }
    return messages;
  }

  /** After an outage, and about once a week: some devices start anew by themselves. */
  #rejoins(timeMs: number, previousMs: number): boolean {
    if (this.reports.fault("outage", previousMs) !== undefined) return true;
    return this.#isFirstOf(7 * dayMs, timeMs);
  }

  #isDaily(timeMs: number): boolean {
    return this.#isFirstOf(dayMs, timeMs);
  }

  /** Whether this report is the first since a moment that comes back every `everyMs`, another one for each sensor. */
  #isFirstOf(everyMs: number, timeMs: number): boolean {
    const momentMs = (this.#seed >>> 0) % everyMs;
    const since = (timeMs - momentMs) % everyMs;
    return since < this.reports.periodMs;
  }

  /** A battery of five years, somewhere on its way. */
  #batteryPercent(timeMs: number): number {
    const years = (timeMs / dayMs / 365 + ((this.#seed >>> 8) % 500) / 100) % 5;
    return Math.round(100 - 18 * years);
  }
}
