import type { SimulatedBuilding } from "../simulated-building.ts";
import type { ChirpstackMessage } from "./chirpstack-event.ts";
import { LiveSensor } from "./live-sensor.ts";

const tickMs = 500;

export interface LiveOptions {
  readonly buildings: readonly SimulatedBuilding[];
  /** The first reports are those at or after this time. */
  readonly fromMs: number;
  readonly now: () => number;
  readonly publish: (message: ChirpstackMessage) => void;
  /** Told what ended the uplinks, once. */
  readonly onError: (error: Error) => void;
}

interface ScheduledSensor {
  readonly building: SimulatedBuilding;
  readonly sensor: LiveSensor;
  nextMs: number;
}

/** Publishes each sensor's reports when their time comes. What was missed while stopped stays missed, as in the field. */
export class LiveUplinks {
  readonly #options: LiveOptions;
  readonly #scheduled: readonly ScheduledSensor[];
  #timer: NodeJS.Timeout | undefined;

  constructor(options: LiveOptions) {
    this.#options = options;
    this.#scheduled = options.buildings.flatMap((building) =>
      building.sensors.map((reports) => ({
        building,
        sensor: new LiveSensor(reports, building.plan),
        nextMs: reports.nextAt(options.fromMs),
      })),
    );
  }

  start(): void {
    this.#timer = setInterval(() => {
      try {
        this.publishDue();
      } catch (error) {
        this.stop();
        this.#options.onError(error instanceof Error ? error : new Error(String(error)));
      }
    }, tickMs);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Publishes every report whose time has come; returns how many messages that were. */
  publishDue(): number {
    const nowMs = this.#options.now();
    let published = 0;
    for (const entry of this.#scheduled) {
      while (entry.nextMs <= nowMs) {
        entry.building.series.advanceTo(entry.nextMs);
        for (const message of entry.sensor.messagesAt(entry.nextMs)) {
          this.#options.publish(message);
          published += 1;
        }
        entry.nextMs += entry.sensor.reports.periodMs;
      }
    }
    return published;
  }
}
