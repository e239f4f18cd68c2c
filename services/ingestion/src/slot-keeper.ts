import { allDeviceEvents } from "@gtb/chirpstack/topic";
import type { Pool } from "@gtb/database/pool";
import {
  leaseFreeSlot,
  releaseSlot,
  renewSlot,
  retireSlot,
  type SlotLease,
  takeExpiredSlot,
} from "@gtb/database/queries/lease-ingestion-slot";
import type { Logger } from "@gtb/service-kit/log";
import type { Batcher } from "./batcher.ts";
import { drainSession } from "./drain-session.ts";
import { repeat } from "./repeat.ts";
import { SessionConnection, type SessionConnectionOptions, type SessionStart } from "./session-connection.ts";

export interface SlotKeeperOptions {
  readonly pool: Pool;
  readonly mqttUrl: string;
  /** Heads the sessions' ids, and names the share group. */
  readonly group: string;
  readonly receiveMaximum: number;
  readonly leaseSeconds: number;
  /** Names this worker among the holders: a uuid. */
  readonly holder: string;
  readonly batcher: Batcher;
  readonly log: Logger;
}

const drainsAtOnce = 4;
const retryMs = 1_000;

/**
 * Keeps this worker's broker session: leases a slot, connects under its client id, renews the lease, connects again
 * after a break if the slot is still its own. Also takes over slots of workers that died: a shared subscription deals
 * messages to members that are away, so their sessions are unsubscribed, drained and ended.
 */
export class SlotKeeper {
  readonly #options: SlotKeeperOptions;
  readonly #loops: Promise<void>[] = [];
  readonly #stop = new AbortController();
  #lease: SlotLease | undefined;
  #connection: SessionConnection | undefined;
  #subscribedAt: number | undefined;

  constructor(options: SlotKeeperOptions) {
    this.#options = options;
  }

  get connected(): boolean {
    return this.#connection !== undefined;
  }

  /** Since when, without a break, the shared subscription has stood by this connection; by `performance.now()`. */
  get subscribedSince(): number | undefined {
    return this.connected ? this.#subscribedAt : undefined;
  }

  start(): void {
    this.#loops.push(this.#keepConnected(), this.#keepLease(), this.#drainOrphans());
  }

  /** Takes no more messages; what was received can still be stored and acknowledged. */
  stopReceiving(): void {
    this.#stop.abort();
    this.#connection?.stopReceiving();
  }

  /** Disconnects and gives the slot back, its session kept for whoever takes it next. */
  async close(): Promise<void> {
    await this.#connection?.close({ endSession: false });
    await Promise.all(this.#loops);
    if (this.#lease !== undefined) await releaseSlot(this.#options.pool, this.#lease);
  }

  async #keepConnected(): Promise<void> {
    await this.#untilStopped(
      async () => {
        this.#lease = await this.#ownLease();
        const connection = await this.#open(this.#lease, "subscribe");
        this.#subscribedAt = performance.now();
        this.#connection = connection;
        if (this.#stop.signal.aborted) connection.stopReceiving();
        this.#options.log.info({ slot: this.#lease.slot }, "receiving");
        await connection.closed;
        this.#connection = undefined;
        this.#options.log.info({ slot: this.#lease.slot }, "broker connection closed");
      },
      () => 0,
    );
  }

  /** The lease in hand if it still holds, else a new one. */
  async #ownLease(): Promise<SlotLease> {
    const { pool, holder, leaseSeconds } = this.#options;
    if (this.#lease !== undefined && (await renewSlot(pool, this.#lease, leaseSeconds))) return this.#lease;
    return leaseFreeSlot(pool, holder, leaseSeconds);
  }

  async #keepLease(): Promise<void> {
    await this.#untilStopped(
      async () => {
        const lease = this.#lease;
        if (lease === undefined || (await renewSlot(this.#options.pool, lease, this.#options.leaseSeconds))) return;
        this.#options.log.warn({ slot: lease.slot }, "slot taken over by another worker");
        await this.#connection?.close({ endSession: false });
      },
      () => (this.#options.leaseSeconds * 1000) / 3,
    );
  }

  /** After a row of crashes there are many orphans, and each waits a while for its last message: several at once. */
  async #drainOrphans(): Promise<void> {
    const { pool, holder, leaseSeconds, log } = this.#options;
    const draining = new Set<Promise<void>>();
    await this.#untilStopped(
      async () => {
        // The worker's own slot first: at a start it takes one of a dead worker itself.
        while (this.connected && draining.size < drainsAtOnce) {
          const orphan = await takeExpiredSlot(pool, holder, leaseSeconds);
          if (orphan === undefined) break;
          const drain = this.#drain(orphan)
            .catch((error: unknown) =>
              log.warn({ err: error, slot: orphan.slot }, "slot not drained, its lease runs out"),
            )
            .finally(() => draining.delete(drain));
          draining.add(drain);
        }
      },
      () => (draining.size > 0 ? retryMs : (leaseSeconds * 1000) / 3),
    );
    await Promise.all(draining);
  }

  async #drain(lease: SlotLease): Promise<void> {
    const { pool, log, receiveMaximum, batcher, leaseSeconds } = this.#options;
    log.info({ slot: lease.slot }, "draining the slot of a worker that is gone");
    const connection = await this.#open(lease, "resume", Math.ceil(receiveMaximum / drainsAtOnce));
    const mayGoOn = () => renewSlot(pool, lease, leaseSeconds);
    const drained = await drainSession(connection, { batcher, mayGoOn, stop: this.#stop.signal });
    await (drained ? retireSlot(pool, lease) : releaseSlot(pool, lease));
    if (drained) log.info({ slot: lease.slot }, "slot drained and retired");
  }

  #open({ slot }: SlotLease, start: SessionStart, receiveMaximum?: number): Promise<SessionConnection> {
    const { mqttUrl, group, batcher, log } = this.#options;
    const options: SessionConnectionOptions = {
      mqttUrl,
      batcher,
      log,
      clientId: `${group}-${slot}`,
      filter: `$share/${group}/${allDeviceEvents}`,
      receiveMaximum: receiveMaximum ?? this.#options.receiveMaximum,
    };
    return SessionConnection.open(options, start);
  }

  #untilStopped(step: () => Promise<void>, pauseMs: () => number): Promise<void> {
    return repeat({ step, pauseMs, retryMs, stop: this.#stop.signal, log: this.#options.log });
  }
}
