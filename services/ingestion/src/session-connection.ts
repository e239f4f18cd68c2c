import type { Logger } from "@gtb/service-kit/log";
import { connect, type IConnackPacket, type IPublishPacket, type MqttClient } from "mqtt";
import type { Batcher } from "./batcher.ts";
import type { Acknowledger } from "./received-message.ts";

/** A week: longer than any outage that nobody mends, shorter than for ever for a slot that is never used again. */
const sessionExpirySeconds = 7 * 24 * 3600;
const roomPollMs = 10;
// An error makes mqtt go on without its own PUBACK: ours follows the commit. One for all messages, because the stack
// trace of a new one costs 10 µs, a third of what receiving a message costs in all.
const noAcknowledgementYet = new Error("acknowledged after the commit");

/** What mqtt traces of each packet nobody reads, yet its tracer makes a tenth of all garbage even when it is off. */
const noTrace = (): void => undefined;

export interface SessionConnectionOptions {
  readonly mqttUrl: string;
  /** Names the session at the broker. */
  readonly clientId: string;
  /** What the session is subscribed to. */
  readonly filter: string;
  /** Messages that the broker may have unacknowledged; Mosquitto would stop at 20. */
  readonly receiveMaximum: number;
  readonly batcher: Batcher;
  readonly log: Logger;
}

/** `resume`: the session goes on, with what waits in it. `subscribe`: and is subscribed. `discard`: what waits is dropped. */
export type SessionStart = "resume" | "subscribe" | "discard";

/**
 * One life of a connection to a persistent broker session: from CONNECT until the socket closes. It never reconnects by
 * itself, because a worker must first learn whether the session is still its own to use.
 */
export class SessionConnection implements Acknowledger {
  readonly closed: Promise<void>;
  readonly #options: SessionConnectionOptions;
  readonly #client: MqttClient;
  #lastMessageAt = performance.now();
  #received = 0;
  #receiving = true;
  #open = true;

  private constructor(options: SessionConnectionOptions, client: MqttClient) {
    this.#options = options;
    this.#client = client;
    client.handleMessage = (packet, done) => this.#receive(packet, done as (error?: Error) => void);
    client.on("error", (error) =>
      options.log.warn({ err: error, clientId: options.clientId }, "broker connection error"),
    );
    this.closed = new Promise((resolve) => client.once("close", () => this.#onClose(resolve)));
  }

  /** Connects. Rejects when the broker is not there. */
  static async open(options: SessionConnectionOptions, start: SessionStart): Promise<SessionConnection> {
    const client = connect(options.mqttUrl, {
      protocolVersion: 5,
      clientId: options.clientId,
      clean: start === "discard",
      reconnectPeriod: 0,
      resubscribe: false,
      keepalive: 15,
      connectTimeout: 10_000,
      log: noTrace,
      properties: { sessionExpiryInterval: sessionExpirySeconds, receiveMaximum: options.receiveMaximum },
    });
    // Made before the CONNACK: the broker may send what waits right behind it.
    const connection = new SessionConnection(options, client);
    await connected(client, connection.closed);
    if (start === "subscribe") await client.subscribeAsync(options.filter, { qos: 1 });
    return connection;
  }

  /** Writes the PUBACKs of a committed batch at once; four bytes each (MQTT 5, 3.4: reason code 0 left out). */
  acknowledge(messageIds: readonly number[]): void {
    if (!this.#open) return;
    const packets = Buffer.allocUnsafe(messageIds.length * 4);
    messageIds.forEach((id, index) => {
      packets.writeUInt16BE(0x4002, index * 4);
      packets.writeUInt16BE(id, index * 4 + 2);
    });
    this.#client.stream.write(packets);
  }

  /** Nothing more is put into this session; what it holds already still comes. */
  async unsubscribe(): Promise<void> {
    await this.#client.unsubscribeAsync(this.#options.filter);
  }

  /**
   * Whether an unsubscribed session has given all that it held. The broker answers in order: when all is acknowledged
   * and no message comes before the answer to one more request, none is left. That it is quiet alone proves nothing: a
   * broker that saves its queues, or a busy machine, falls silent too.
   */
  async isEmpty(): Promise<boolean> {
    if (this.#options.batcher.holds(this)) return false;
    const received = this.#received;
    await this.unsubscribe();
    return this.#received === received && !this.#options.batcher.holds(this);
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** Milliseconds since the last message, or since the beginning. */
  get quietForMs(): number {
    return performance.now() - this.#lastMessageAt;
  }

  /** Takes no more messages; they stay unacknowledged and come again on the next connection. */
  stopReceiving(): void {
    this.#receiving = false;
  }

  /** Disconnects. The session stays at the broker, or ends with the connection when `endSession`. */
  async close({ endSession }: { endSession: boolean }): Promise<void> {
    if (!this.#open) return;
    await this.#client.endAsync(false, endSession ? { properties: { sessionExpiryInterval: 0 } } : {});
  }

  #receive(packet: IPublishPacket, done: (error?: Error) => void): void {
    if (!this.#receiving) return done(noAcknowledgementYet);
    this.#lastMessageAt = performance.now();
    this.#received++;
    const payload = typeof packet.payload === "string" ? Buffer.from(packet.payload) : packet.payload;
    const { topic, qos, messageId } = packet;
    const delivery = qos > 0 && messageId !== undefined ? { messageId, connection: this } : undefined;
    this.#options.batcher.add({ topic, payload, receivedAt: new Date(), delivery });
    if (delivery === undefined) this.#whenRoom(done);
    else done(noAcknowledgementYet);
  }

  /** At QoS 0 the broker does not wait for us: reading on only when there is room makes TCP hold it back. */
  #whenRoom(done: () => void): void {
    if (this.#options.batcher.size <= this.#options.receiveMaximum || !this.#open) done();
    else setTimeout(() => this.#whenRoom(done), roomPollMs);
  }

  #onClose(resolve: () => void): void {
    this.#open = false;
    this.#options.batcher.forget(this);
    this.#client.end(true);
    resolve();
  }
}

function connected(client: MqttClient, closed: Promise<void>): Promise<IConnackPacket> {
  return new Promise((resolve, reject) => {
    client.once("connect", resolve);
    client.once("error", reject);
    void closed.then(() => reject(new Error("the broker closed the connection")));
  });
}
