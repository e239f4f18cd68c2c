import type { Acknowledger, ReceivedMessage } from "./received-message.ts";

export interface BatcherOptions {
  readonly maxSize: number;
  readonly maxWaitMs: number;
  /** Resolves once the messages are committed; rejects only when the service stops. */
  readonly store: (messages: readonly ReceivedMessage[]) => Promise<void>;
}

/**
 * Collects messages into batches by size and time, one batch being stored while the next one fills, and acknowledges
 * them after the commit. What waits is bounded by the broker: it sends no more than the receive maximum unacknowledged.
 */
export class Batcher {
  readonly #options: BatcherOptions;
  #waiting: ReceivedMessage[] = [];
  #storing: readonly ReceivedMessage[] = [];
  #timer: NodeJS.Timeout | undefined;
  #idle: Promise<void> = Promise.resolve();

  constructor(options: BatcherOptions) {
    this.#options = options;
  }

  /** Messages received and not yet committed. */
  get size(): number {
    return this.#waiting.length + this.#storing.length;
  }

  add(message: ReceivedMessage): void {
    this.#waiting.push(message);
    if (this.#waiting.length >= this.#options.maxSize) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), this.#options.maxWaitMs);
  }

  /** Forgets what waits from a connection that is gone: the broker sends it again on the next. */
  forget(connection: Acknowledger): void {
    this.#waiting = this.#waiting.filter(({ delivery }) => delivery?.connection !== connection);
  }

  /** True while a message of this connection waits or is being stored. */
  holds(connection: Acknowledger): boolean {
    const isIts = ({ delivery }: ReceivedMessage): boolean => delivery?.connection === connection;
    return this.#waiting.some(isIts) || this.#storing.some(isIts);
  }

  /** Stores and acknowledges all that waits. Rejects where the store gave up. */
  async drain(): Promise<void> {
    while (this.size > 0) {
      this.#flush();
      await this.#idle;
    }
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#storing.length > 0 || this.#waiting.length === 0) return;
    this.#storing = this.#waiting.slice(0, this.#options.maxSize);
    this.#waiting = this.#waiting.slice(this.#options.maxSize);
    this.#idle = this.#storeAndAcknowledge(this.#storing);
    // Its failure is the stop's to report: `drain` awaits the same promise.
    this.#idle.catch(() => undefined);
  }

  async #storeAndAcknowledge(batch: readonly ReceivedMessage[]): Promise<void> {
    await this.#options.store(batch);
    this.#storing = [];
    acknowledge(batch);
    if (this.#waiting.length >= this.#options.maxSize) this.#flush();
    else if (this.#waiting.length > 0) this.#timer ??= setTimeout(() => this.#flush(), this.#options.maxWaitMs);
  }
}

function acknowledge(batch: readonly ReceivedMessage[]): void {
  const byConnection = new Map<Acknowledger, number[]>();
  for (const { delivery } of batch) {
    if (delivery === undefined) continue;
    const ids = byConnection.get(delivery.connection);
    if (ids === undefined) byConnection.set(delivery.connection, [delivery.messageId]);
    else ids.push(delivery.messageId);
  }
  for (const [connection, ids] of byConnection) connection.acknowledge(ids);
}
