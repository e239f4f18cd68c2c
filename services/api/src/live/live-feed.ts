import { setTimeout as wait } from "node:timers/promises";
import { LiveConsumption, LiveReadings } from "@gtb/contracts/live";
import type { Pool } from "@gtb/database/pool";
import { listLatestReadings } from "@gtb/database/queries/list-latest-readings";
import type { Logger } from "@gtb/service-kit/log";
import { ConsumptionReader } from "./consumption-reader.ts";
import { OutboxReader } from "./outbox-reader.ts";
import type { SseConnection } from "./sse-connection.ts";

/** Values measured longer ago are history that is being loaded, not live. */
const liveWithinMs = 2 * 3_600_000;
const heartbeatEveryMs = 15_000;

export interface LiveFeedOptions {
  readonly pool: Pool;
  readonly log: Logger;
  readonly now: () => Date;
  readonly pollEveryMs: number;
  readonly mostListeners: number;
}

/**
 * Tells listeners what is stored for their building. One reader for all of them: the database is asked once a period
 * however many look, and not at all while nobody does.
 */
export class LiveFeed {
  readonly #options: LiveFeedOptions;
  readonly #listeners = new Map<SseConnection, string>();
  readonly #outbox = new OutboxReader();
  readonly #consumption = new ConsumptionReader();
  #stopped = new AbortController();
  #polling: Promise<void> | undefined;
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(options: LiveFeedOptions) {
    this.#options = options;
  }

  get listenerCount(): number {
    return this.#listeners.size;
  }

  get isFull(): boolean {
    return this.#listeners.size >= this.#options.mostListeners;
  }

  /** Tells `connection` of the building (uuid) until `remove`. */
  add(connection: SseConnection, building: string): void {
    this.#listeners.set(connection, building);
    this.#heartbeat ??= setInterval(() => this.#beat(), heartbeatEveryMs);
    this.#polling ??= this.#poll();
  }

  remove(connection: SseConnection): void {
    this.#listeners.delete(connection);
  }

  /** Ends every stream; resolves when nothing is running any more. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    clearInterval(this.#heartbeat);
    for (const connection of this.#listeners.keys()) connection.end();
    this.#listeners.clear();
    await this.#polling;
  }

  #beat(): void {
    for (const connection of this.#listeners.keys()) connection.heartbeat();
  }

  async #poll(): Promise<void> {
    const { signal } = this.#stopped;
    while (this.#listeners.size > 0 && !signal.aborted) {
      try {
        await this.#tellNews();
      } catch (error) {
        this.#options.log.warn({ err: error }, "the live feed could not ask the database");
      }
      await wait(this.#options.pollEveryMs, undefined, { signal }).catch(() => undefined);
    }
    this.#outbox.reset();
    this.#consumption.reset();
    this.#polling = undefined;
  }

  async #tellNews(): Promise<void> {
    const { pool } = this.#options;
    const now = this.#options.now();
    const buildings = [...new Set(this.#listeners.values())];
    const since = new Date(now.getTime() - liveWithinMs);
    const { pointIds, skipped } = await this.#outbox.next(pool, since);
    if (skipped) for (const connection of this.#listeners.keys()) connection.send("behind", {});
    if (pointIds.length > 0) {
      const latest = await listLatestReadings(pool, pointIds, buildings, since);
      for (const [building, readings] of Map.groupBy(latest, (row) => row.building)) {
        this.#tell(building, "readings", LiveReadings.encode({ building, readings }));
      }
    }
    const hours = await this.#consumption.next(pool, buildings, now);
    for (const [building, ofBuilding] of Map.groupBy(hours, (row) => row.building)) {
      this.#tell(building, "consumption", LiveConsumption.encode({ building, hours: ofBuilding }));
    }
  }

  #tell(building: string, event: string, data: unknown): void {
    for (const [connection, wanted] of this.#listeners) if (wanted === building) connection.send(event, data);
  }
}
