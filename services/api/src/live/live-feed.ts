import { setTimeout as wait } from "node:timers/promises";
import { LiveConsumption, LiveReadings } from "@gtb/contracts/live";
import { type Identity, readingAs } from "@gtb/database/identity";
import type { Pool } from "@gtb/database/pool";
import { listLatestReadings } from "@gtb/database/queries/list-latest-readings";
import { listValidWaysIn } from "@gtb/database/queries/list-valid-ways-in";
import type { Logger } from "@gtb/service-kit/log";
import type { RequestCaller } from "../access/caller.ts";
import { idleHours } from "../access/session-cookie.ts";
import { ConsumptionReader } from "./consumption-reader.ts";
import { OutboxReader } from "./outbox-reader.ts";
import type { SseConnection } from "./sse-connection.ts";

/** Values measured longer ago are history that is being loaded, not live. */
const liveWithinMs = 2 * 3_600_000;
const heartbeatEveryMs = 15_000;

export interface LiveFeedOptions {
  /** As gtb_api. */
  readonly pool: Pool;
  /** As gtb_auth. */
  readonly auth: Pool;
  readonly log: Logger;
  readonly now: () => Date;
  readonly pollEveryMs: number;
  readonly mostListeners: number;
  /** Of one user: nobody takes the others' streams away. */
  readonly mostListenersOfUser: number;
}

interface Listener {
  readonly building: string;
  readonly caller: Pick<RequestCaller, "identity" | "sessionId" | "tokenId">;
}

/**
 * Tells listeners what is stored for their building. The outbox is read once a period for all of them, and not at all
 * while nobody looks; the values are asked for once for each user who does, under that user's identity, so that a role
 * that ends is felt at once. So is the end of the session or token by which they came: their stream ends with it.
 */
export class LiveFeed {
  readonly #options: LiveFeedOptions;
  readonly #listeners = new Map<SseConnection, Listener>();
  readonly #outbox = new OutboxReader();
  /** By user. */
  readonly #consumption = new Map<string, ConsumptionReader>();
  #stopped = new AbortController();
  #polling: Promise<void> | undefined;
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(options: LiveFeedOptions) {
    this.#options = options;
  }

  get listenerCount(): number {
    return this.#listeners.size;
  }

  /** Whether there is no stream left, for anybody or for this user. */
  isFullFor(userId: number | undefined): boolean {
    const { mostListeners, mostListenersOfUser } = this.#options;
    const own = [...this.#listeners.values()].filter(({ caller }) => caller.identity.userId === userId);
    return this.#listeners.size >= mostListeners || own.length >= mostListenersOfUser;
  }

  /** Tells `connection` of the building (uuid) until `remove`. */
  add(connection: SseConnection, building: string, caller: Listener["caller"]): void {
    this.#listeners.set(connection, { building, caller });
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
    this.#consumption.clear();
    this.#polling = undefined;
  }

  /** Ends the streams of those who could not come in again. */
  async #endInvalid(): Promise<void> {
    const callers = [...this.#listeners.values()].map(({ caller }) => caller);
    const sessions = callers.flatMap(({ sessionId }) => sessionId ?? []);
    const tokens = callers.flatMap(({ tokenId }) => tokenId ?? []);
    const valid = await listValidWaysIn(this.#options.auth, { sessions, tokens }, idleHours);
    const ways = { sessions: new Set(valid.sessions), tokens: new Set(valid.tokens) };
    for (const [connection, { caller }] of this.#listeners) {
      // Who came while the database was asked is asked for the next time.
      if (!callers.includes(caller)) continue;
      if (ways.sessions.has(caller.sessionId ?? 0) || ways.tokens.has(caller.tokenId ?? 0)) continue;
      this.#listeners.delete(connection);
      connection.end();
    }
  }

  async #tellNews(): Promise<void> {
    await this.#endInvalid();
    const since = new Date(this.#options.now().getTime() - liveWithinMs);
    const { pointIds, skipped } = await this.#outbox.next(this.#options.pool, since);
    if (skipped) for (const connection of this.#listeners.keys()) connection.send("behind", {});
    const byUser = Map.groupBy(this.#listeners, ([, { caller }]) => keyOf(caller.identity));
    for (const key of this.#consumption.keys()) if (!byUser.has(key)) this.#consumption.delete(key);
    for (const [key, listeners] of byUser) await this.#tellUser(key, new Map(listeners), pointIds, since);
  }

  async #tellUser(
    key: string,
    listeners: ReadonlyMap<SseConnection, Listener>,
    pointIds: readonly number[],
    since: Date,
  ): Promise<void> {
    const [first] = listeners.values();
    if (first === undefined) return;
    const buildings = [...new Set([...listeners.values()].map(({ building }) => building))];
    const consumption = this.#consumption.get(key) ?? new ConsumptionReader();
    this.#consumption.set(key, consumption);
    const { latest, hours } = await readingAs(this.#options.pool, first.caller.identity, async (db) => ({
      latest: pointIds.length > 0 ? await listLatestReadings(db, pointIds, buildings, since) : [],
      hours: await consumption.next(db, buildings, this.#options.now()),
    }));
    for (const [building, readings] of Map.groupBy(latest, (row) => row.building))
      tell(listeners, building, "readings", LiveReadings.encode({ building, readings }));
    for (const [building, ofBuilding] of Map.groupBy(hours, (row) => row.building))
      tell(listeners, building, "consumption", LiveConsumption.encode({ building, hours: ofBuilding }));
  }
}

function keyOf({ userId, scopes }: Identity): string {
  return `${userId} ${scopes?.join(",") ?? ""}`;
}

function tell(listeners: ReadonlyMap<SseConnection, Listener>, building: string, event: string, data: unknown): void {
  for (const [connection, listener] of listeners) if (listener.building === building) connection.send(event, data);
}
