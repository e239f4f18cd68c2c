import { isDataError } from "@gtb/database/database-error";
import type { Pool } from "@gtb/database/pool";
import type { EventReject } from "@gtb/database/queries/store-rejects";
import { type Registry, readRegistry } from "@gtb/readings/registry";
import { type Batch, type BatchEntry, StaleRegistryError, storeBatch } from "@gtb/readings/store-batch";
import type { Logger } from "@gtb/service-kit/log";
import { rejectUnread, understand } from "./event-to-entry.ts";
import { HealthCollector } from "./health-collector.ts";
import type { IngestionMetrics } from "./metrics.ts";
import type { ReceivedMessage } from "./received-message.ts";

const healthEveryMs = 5_000;
const firstRetryMs = 200;
const longestRetryMs = 5_000;

export interface StoreOptions {
  readonly pool: Pool;
  readonly source: string;
  readonly metrics: IngestionMetrics;
  readonly log: Logger;
  /** Aborted when the service stops: what is not stored by then stays with the broker. */
  readonly stopping: AbortSignal;
}

/** Turns batches of messages into committed rows. */
export class MessageStore {
  readonly #options: StoreOptions;
  readonly #health = new HealthCollector(healthEveryMs);
  #registry: Registry | undefined;
  #healthTimer: NodeJS.Timeout | undefined;
  #idle: Promise<void> = Promise.resolve();

  constructor(options: StoreOptions) {
    this.#options = options;
  }

  /**
   * Resolves once every message is committed, however often the database must be asked. A message that the database
   * refuses is found by halving the batch, and kept as a reject; the others go through. Rejects only when stopping.
   */
  store(messages: readonly ReceivedMessage[]): Promise<void> {
    return this.#oneAtATime(() => this.#store(messages));
  }

  /** Writes what is known of devices and not written yet. Rejects only when stopping. */
  async writeHealth(): Promise<void> {
    if (this.#health.isWaiting) await this.#oneAtATime(() => this.#store([], { allHealth: true }));
  }

  #oneAtATime(work: () => Promise<void>): Promise<void> {
    clearTimeout(this.#healthTimer);
    const done = this.#idle.then(work).finally(() => this.#writeHealthSoon());
    this.#idle = done.catch(() => undefined);
    return done;
  }

  /** When no other batch comes to carry it. */
  #writeHealthSoon(): void {
    clearTimeout(this.#healthTimer);
    if (!this.#health.isWaiting || this.#options.stopping.aborted) return;
    this.#healthTimer = setTimeout(() => {
      // Rejects only when stopping, and the stop writes it itself.
      this.writeHealth().catch(() => undefined);
    }, healthEveryMs);
  }

  async #store(messages: readonly ReceivedMessage[], { allHealth } = { allHealth: false }): Promise<void> {
    for (let retryMs = firstRetryMs; ; retryMs = Math.min(retryMs * 2, longestRetryMs)) {
      try {
        return await this.#attempt(messages, allHealth);
      } catch (error) {
        if (error instanceof StaleRegistryError) {
          this.#registry = undefined;
          continue;
        }
        if (isDataError(error)) return this.#isolate(messages, error);
        this.#options.metrics.storeFailures.inc();
        this.#options.log.warn({ err: error, messages: messages.length, retryMs }, "batch not stored, trying again");
        await pause(retryMs, this.#options.stopping);
      }
    }
  }

  async #attempt(messages: readonly ReceivedMessage[], allHealth: boolean): Promise<void> {
    this.#registry ??= await readRegistry(this.#options.pool);
    const { entries, rejects } = this.#understandAll(messages, this.#registry);
    const health = allHealth ? this.#health.takeAll(Date.now()) : this.#health.take(Date.now());
    try {
      await this.#commit({ registryVersion: this.#registry.version, entries, rejects, ...health });
    } catch (error) {
      if (isDataError(error)) this.#health.drop();
      else this.#health.giveBack(health);
      throw error;
    }
  }

  #understandAll(messages: readonly ReceivedMessage[], registry: Registry): Pick<Batch, "entries" | "rejects"> {
    const entries: BatchEntry[] = [];
    const rejects: EventReject[] = [];
    for (const message of messages) {
      const understood = understand(message, registry, this.#options.source);
      if (understood.kind === "reject") {
        rejects.push(understood.reject);
        continue;
      }
      entries.push(understood.entry);
      this.#health.add(understood.event);
    }
    return { entries, rejects };
  }

  async #isolate(messages: readonly ReceivedMessage[], error: Error): Promise<void> {
    const [only] = messages;
    if (messages.length === 1 && only !== undefined) {
      this.#options.log.warn({ err: error, topic: only.topic }, "the database refuses a message, kept as a reject");
      const reject = rejectUnread(
        only,
        this.#options.source,
        "unreadable",
        `The database refuses it: ${error.message}`,
      );
      const registry = await readRegistry(this.#options.pool);
      return this.#commit({
        registryVersion: registry.version,
        entries: [],
        rejects: [reject],
        deviceHealth: [],
        gatewaysHeard: new Map(),
      });
    }
    const half = messages.length >> 1;
    await this.#store(messages.slice(0, half));
    await this.#store(messages.slice(half));
  }

  async #commit(batch: Batch): Promise<void> {
    const { metrics, pool } = this.#options;
    const startedAt = performance.now();
    const stored = await storeBatch(pool, batch);
    if (batch.entries.length + batch.rejects.length === 0) return;
    metrics.commitTime.observe((performance.now() - startedAt) / 1000);
    metrics.batchSize.observe(batch.entries.length + batch.rejects.length);
    metrics.readings.inc(stored.readings);
    metrics.redelivered.inc(batch.entries.length - stored.newEvents);
    if (batch.entries.length > 0) metrics.lag.observe(meanLagSeconds(batch.entries, Date.now()));
    countOutcomes(metrics, batch);
  }
}

function countOutcomes(metrics: IngestionMetrics, { entries, rejects }: Batch): void {
  for (const [type, ofType] of Map.groupBy(entries, ({ ledger }) => ledger.eventType)) {
    for (const [outcome, { length }] of Map.groupBy(ofType, ({ ledger }) => ledger.outcome)) {
      metrics.events.inc({ type, outcome }, length);
      if (outcome === "unknown_device" || outcome === "undecodable" || outcome === "encrypted")
        metrics.rejections.inc({ reason: outcome }, length);
    }
  }
  for (const { rejected } of entries) for (const { reason } of rejected) metrics.rejections.inc({ reason });
  for (const { reason } of rejects) metrics.rejections.inc({ reason });
}

function meanLagSeconds(entries: readonly BatchEntry[], now: number): number {
  const sum = entries.reduce((total, { ledger }) => total + (now - ledger.time.getTime()), 0);
  return Math.max(0, sum / entries.length / 1000);
}

function pause(ms: number, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(new Error("stopping: the batch stays with the broker"));
    };
    const timer = setTimeout(() => {
      stopping.removeEventListener("abort", stop);
      resolve();
    }, ms);
    if (stopping.aborted) stop();
    else stopping.addEventListener("abort", stop, { once: true });
  });
}
