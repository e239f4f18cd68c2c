import { allDeviceEvents } from "@gtb/chirpstack/topic";
import type { Pool } from "@gtb/database/pool";
import { leaseGuard, releaseGuard } from "@gtb/database/queries/lease-ingestion-guard";
import type { Logger } from "@gtb/service-kit/log";
import type { Batcher } from "./batcher.ts";
import { drainSession } from "./drain-session.ts";
import { repeat } from "./repeat.ts";
import { SessionConnection, type SessionStart } from "./session-connection.ts";

export interface RestartGuardOptions {
  readonly pool: Pool;
  readonly mqttUrl: string;
  readonly group: string;
  readonly receiveMaximum: number;
  readonly leaseSeconds: number;
  readonly holder: string;
  readonly batcher: Batcher;
  readonly log: Logger;
  /** Since when, without a break, the shared subscription has stood; undefined while it does not. */
  readonly subscribedSince: () => number | undefined;
}

const guards = [1, 2];
/** A guard holds at most twice as much traffic as comes in this time. */
const renewEveryMs = 5_000;
const retryMs = 500;

/**
 * Closes the gap that a broker leaves which forgets shared subscriptions when it restarts (Mosquitto 2.0 does, tried):
 * what it takes in before a worker subscribes again would go to nobody. Plain subscriptions it keeps. So two sessions,
 * with nobody connected, gather all events too; they are renewed in turn, and thereby emptied, as long as the shared
 * subscription has stood ever since they began. When it has not, after a restart of the broker or of the worker, what
 * they hold is stored: the ledger takes each event once, whichever way it comes.
 */
export class RestartGuard {
  readonly #options: RestartGuardOptions;
  readonly #stop = new AbortController();
  /** When each guard was begun by this worker; by `performance.now()`. */
  readonly #begunAt = new Map<number, number>();
  #turn = 0;
  #loop: Promise<void> | undefined;

  constructor(options: RestartGuardOptions) {
    this.#options = options;
  }

  start(): void {
    const { log } = this.#options;
    this.#loop ??= repeat({
      step: () => this.#keep(),
      pauseMs: () => (this.#allCovered() ? renewEveryMs : retryMs),
      retryMs,
      stop: this.#stop.signal,
      log,
    });
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
    await releaseGuard(this.#options.pool, this.#options.holder);
  }

  async #keep(): Promise<void> {
    const { pool, holder, leaseSeconds } = this.#options;
    if (this.#options.subscribedSince() === undefined) return;
    if (!(await leaseGuard(pool, holder, leaseSeconds))) return this.#begunAt.clear();
    try {
      const uncovered = guards.filter((guard) => !this.#isCovered(guard));
      for (const guard of uncovered) if (!(await this.#drain(guard))) return;
      if (uncovered.length === 0) await this.#renew(guards[this.#turn++ % guards.length] ?? 1);
    } catch (error) {
      // A broker that does not answer may be starting again: what the guards gather from here on must be looked at.
      this.#begunAt.clear();
      throw error;
    }
  }

  #allCovered(): boolean {
    return guards.every((guard) => this.#isCovered(guard));
  }

  /** Whether all that the guard holds was dealt to the shared subscription too. */
  #isCovered(guard: number): boolean {
    const since = this.#options.subscribedSince();
    const begunAt = this.#begunAt.get(guard);
    return since !== undefined && begunAt !== undefined && begunAt > since;
  }

  /** While one is drained, and nothing new comes into it, the other stands: never go on to it before this one is whole. */
  async #drain(guard: number): Promise<boolean> {
    const { pool, holder, leaseSeconds, batcher, log } = this.#options;
    const connection = await this.#open(guard, "resume");
    const mayGoOn = () => leaseGuard(pool, holder, leaseSeconds);
    if (!(await drainSession(connection, { batcher, mayGoOn, stop: this.#stop.signal }))) return false;
    log.info({ guard }, "what the guard had gathered is stored");
    await this.#renew(guard);
    return true;
  }

  /** Mosquitto never writes a session to its disk that began with a clean start: end the old one, then begin another. */
  async #renew(guard: number): Promise<void> {
    await (await this.#open(guard, "discard")).close({ endSession: true });
    const begunAt = performance.now();
    await (await this.#open(guard, "subscribe")).close({ endSession: false });
    this.#begunAt.set(guard, begunAt);
  }

  #open(guard: number, start: SessionStart): Promise<SessionConnection> {
    const { mqttUrl, group, receiveMaximum, batcher, log } = this.#options;
    const clientId = `${group}-guard-${guard}`;
    return SessionConnection.open({ mqttUrl, clientId, filter: allDeviceEvents, receiveMaximum, batcher, log }, start);
  }
}
