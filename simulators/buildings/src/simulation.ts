import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Pool } from "@gtb/database/pool";
import type { Logger } from "@gtb/service-kit/log";
import { demonstratorBuildings } from "./demonstrator/buildings.ts";
import type { DeclaredDemonstrator } from "./demonstrator/declare-demonstrator.ts";
import { demonstratorSeed } from "./demonstrator/demonstrator-plan.ts";
import { recordExchanges } from "./demonstrator/record-exchanges.ts";
import { recordInvoices } from "./demonstrator/record-invoices.ts";
import { historyDays } from "./history/history-periods.ts";
import { type HistoryPart, loadHistory, missingHistory } from "./history/load-history.ts";
import type { ChirpstackMessage } from "./live/chirpstack-event.ts";
import { LiveUplinks } from "./live/live-uplinks.ts";
import { readWeather } from "./model/weather.ts";
import { type SimulatedBuilding, simulatedBuilding } from "./simulated-building.ts";
import { TruthKeeper } from "./truth/truth-keeper.ts";

const dayMs = 86_400_000;
/**
 * So soon after the declaration, what came due meanwhile is still sent: history ends where live begins. Sent twice, it
 * is the same event.
 */
const firstStartMs = 15 * 60_000;

export interface SimulationOptions {
  readonly pool: Pool;
  readonly log: Logger;
  readonly declared: DeclaredDemonstrator;
  /** Absolute path of the folder for history files and truth. */
  readonly home: string;
  readonly publish: (message: ChirpstackMessage) => void;
}

/** The demonstrator in time: live uplinks first, what is missing of the history behind them, then the truth. */
export class Simulation {
  readonly #options: SimulationOptions;
  readonly #stopped = new AbortController();
  readonly #failure = Promise.withResolvers<never>();
  #work: Promise<void> = Promise.resolve();
  #live: LiveUplinks | undefined;
  #truth: TruthKeeper | undefined;

  constructor(options: SimulationOptions) {
    this.#options = options;
  }

  /** Begins; the promise rejects when the simulation cannot go on, and never resolves. */
  run(): Promise<never> {
    this.#work = this.#begin(Date.now());
    this.#work.catch(this.#failure.reject);
    return this.#failure.promise;
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#live?.stop();
    this.#truth?.stop();
    await this.#work;
  }

  async #begin(startedMs: number): Promise<void> {
    const { pool, declared, home } = this.#options;
    const { liveFromMs } = declared;
    const historyFromMs = liveFromMs - historyDays * dayMs;
    const keys = demonstratorBuildings.map(({ key }) => key);
    const missing = await missingHistory(pool, keys, { folder: join(home, "demonstrator"), liveFromMs });
    // Two whole months of truth are told again at each start; the history needs all of it.
    const keepFromMs = missing.length > 0 ? historyFromMs : Math.max(historyFromMs, previousMonthMs(startedMs));
    const buildings = await simulateUntil(startedMs, keepFromMs, this.#stopped.signal);
    if (this.#stopped.signal.aborted) return;
    this.#live = new LiveUplinks({
      buildings,
      fromMs: startedMs - liveFromMs < firstStartMs ? liveFromMs : startedMs,
      now: Date.now,
      publish: this.#options.publish,
      onError: this.#failure.reject,
    });
    this.#live.start();
    await this.#loadHistory(buildings, missing, startedMs);
    await recordExchanges(pool, buildings, startedMs);
    await recordInvoices(pool, buildings, startedMs);
    if (this.#stopped.signal.aborted) return;
    this.#truth = new TruthKeeper({
      folder: join(home, "truth"),
      buildings,
      seed: demonstratorSeed,
      historyFromMs,
      liveFromMs,
      onError: this.#failure.reject,
    });
    await this.#truth.start(keepFromMs);
    for (const { series } of buildings) series.forgetBefore(previousMonthMs(startedMs));
  }

  async #loadHistory(
    buildings: readonly SimulatedBuilding[],
    missing: readonly HistoryPart[],
    startedMs: number,
  ): Promise<void> {
    if (missing.length === 0) return;
    const { pool, log, declared } = this.#options;
    let readings = 0;
    await loadHistory(pool, buildings, missing, {
      points: declared.points,
      signal: this.#stopped.signal,
      onPart: (_part, count) => {
        readings += count;
      },
    });
    log.info({ files: missing.length, readings, tookMs: Date.now() - startedMs }, "history written");
  }
}

async function simulateUntil(timeMs: number, keepFromMs: number, signal: AbortSignal): Promise<SimulatedBuilding[]> {
  const weather = readWeather();
  const buildings: SimulatedBuilding[] = [];
  for (const plan of demonstratorBuildings) {
    if (signal.aborted) break;
    const building = simulatedBuilding(plan, weather, demonstratorSeed, keepFromMs);
    building.series.advanceTo(timeMs);
    buildings.push(building);
    await setImmediate();
  }
  return buildings;
}

function previousMonthMs(timeMs: number): number {
  const date = new Date(timeMs);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 1);
}
