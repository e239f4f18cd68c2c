import { setTimeout as delay } from "node:timers/promises";
import type { Unit } from "../unit.ts";

export type UnitState = "stopped" | "starting" | "healthy" | "restarting" | "given up";

export interface SupervisedUnitOptions {
  readonly unit: Unit;
  readonly healthyWithinMs: number;
  /** Called at each change of state, with a sentence for the operator. */
  readonly onChange: (unit: SupervisedUnit, what: string) => void;
  /** Waiting times before the restarts that follow each other; after the last, given up. */
  readonly backoffMs?: readonly number[];
  /** Healthy for so long, an earlier failure is forgotten. */
  readonly forgetAfterMs?: number;
}

const defaultBackoffMs = [200, 1_000, 2_000, 5_000, 10_000, 30_000, 30_000, 30_000, 30_000, 30_000];

/** A unit that is started again when it dies, more and more slowly, until it is given up. */
export class SupervisedUnit {
  readonly unit: Unit;
  readonly #options: SupervisedUnitOptions;
  readonly #stopAsked = new AbortController();
  #state: UnitState = "stopped";
  #restarts = 0;
  #failuresInARow = 0;
  #watching: Promise<void> | undefined;

  constructor(options: SupervisedUnitOptions) {
    this.unit = options.unit;
    this.#options = options;
  }

  get name(): string {
    return this.unit.name;
  }

  get state(): UnitState {
    return this.#state;
  }

  get restarts(): number {
    return this.#restarts;
  }

  /** The first start: rejects when the unit does not become healthy, so that nothing half-started goes on. */
  async start(): Promise<void> {
    await this.#startOnce("starting");
    this.#watching = this.#watch();
  }

  async stop(): Promise<void> {
    this.#stopAsked.abort();
    await this.unit.stop();
    await this.#watching;
    this.#change("stopped", "stopped");
  }

  async kill(): Promise<void> {
    this.#stopAsked.abort();
    await this.unit.kill();
  }

  async #startOnce(state: "starting" | "restarting"): Promise<void> {
    this.#change(state, state);
    await this.unit.start();
    this.#change(state, `process ${this.unit.pid ?? "of another"}`);
    await this.unit.waitUntilHealthy(this.#options.healthyWithinMs);
    this.#change("healthy", "healthy");
  }

  async #watch(): Promise<void> {
    while (this.unit.exited !== undefined) {
      const since = Date.now();
      await this.unit.exited;
      if (this.#stopAsked.signal.aborted) return;
      if (Date.now() - since > (this.#options.forgetAfterMs ?? 60_000)) this.#failuresInARow = 0;
      if (!(await this.#restart())) return;
    }
  }

  /** False when stopped meanwhile or given up. */
  async #restart(): Promise<boolean> {
    const backoff = this.#options.backoffMs ?? defaultBackoffMs;
    for (;;) {
      const waitMs = backoff[this.#failuresInARow];
      if (waitMs === undefined) {
        this.#change(
          "given up",
          `given up after ${this.#failuresInARow} failures in a row: see its log, then npm stop and npm start`,
        );
        return false;
      }
      this.#failuresInARow += 1;
      this.#restarts += 1;
      this.#change("restarting", `died; starting it again in ${waitMs / 1000} s`);
      await delay(waitMs, undefined, { signal: this.#stopAsked.signal }).catch(() => undefined);
      if (this.#stopAsked.signal.aborted) return false;
      try {
        await this.#startOnce("restarting");
        return true;
      } catch (error) {
        if (this.#stopAsked.signal.aborted) return false;
        await this.unit.stop();
        this.#change("restarting", error instanceof Error ? error.message : String(error));
      }
    }
  }

  #change(state: UnitState, what: string): void {
    this.#state = state;
    this.#options.onChange(this, what);
  }
}
