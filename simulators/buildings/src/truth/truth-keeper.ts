import type { SimulatedBuilding } from "../simulated-building.ts";
import { writeConsumptionTruth, writeFaultsTruth } from "./write-truth.ts";

const hourMs = 3_600_000;

export interface TruthOptions {
  readonly folder: string;
  readonly buildings: readonly SimulatedBuilding[];
  readonly seed: number;
  /** Faults are told from here on. */
  readonly historyFromMs: number;
  readonly liveFromMs: number;
  readonly onError: (error: Error) => void;
}

/** Keeps the truth beside the simulation: the whole of it at the start, then the months that go on, every hour. */
export class TruthKeeper {
  readonly #options: TruthOptions;
  #timer: NodeJS.Timeout | undefined;
  #fromMs = 0;

  constructor(options: TruthOptions) {
    this.#options = options;
  }

  /** Writes what is true since `fromMs`, a month's start or the history's, and goes on until `stop`. */
  async start(fromMs: number): Promise<void> {
    this.#fromMs = fromMs;
    await this.#write(this.#fromMs, Date.now());
    this.#timer = setInterval(() => {
      const nowMs = Date.now();
      const lastHour = new Date(nowMs - hourMs);
      const monthMs = Date.UTC(lastHour.getUTCFullYear(), lastHour.getUTCMonth());
      this.#write(Math.max(monthMs, this.#fromMs), nowMs).catch(this.#options.onError);
    }, hourMs);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #write(fromMs: number, toMs: number): Promise<void> {
    const { folder, buildings, seed, historyFromMs, liveFromMs } = this.#options;
    for (const building of buildings) {
      building.series.advanceTo(toMs);
      await writeConsumptionTruth(folder, building, fromMs, toMs);
    }
    await writeFaultsTruth(folder, buildings, seed, { fromMs: historyFromMs, liveFromMs, toMs });
  }
}
