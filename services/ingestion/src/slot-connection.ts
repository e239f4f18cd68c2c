import { allDeviceEvents } from "@gtb/chirpstack/topic";
import type { Logger } from "@gtb/service-kit/log";
import { connect, type IConnackPacket, type IPublishPacket, type MqttClient } from "mqtt";
import type { Batcher } from "./batcher.ts";
import type { Acknowledger } from "./received-message.ts";

/** A week: longer than any outage that nobody mends, shorter than for ever for a slot that is never used again. */
const sessionExpirySeconds = 7 * 24 * 3600;
const sharedSubscription = `$share/gtb-ingestion/${allDeviceEvents}`;
const roomPollMs = 10;
// An error makes mqtt go on without its own PUBACK: ours follows the commit. One for all messages, because the stack
// trace of a new one costs 10 µs, a third of what receiving a message costs in all.
const noAcknowledgementYet = new Error("acknowledged after the commit");

export interface SlotConnectionOptions {
  readonly mqttUrl: string;
  readonly slot: number;
  /** Messages that the broker may have unacknowledged; Mosquitto would stop at 20. */
  readonly receiveMaximum: number;
  readonly batcher: Batcher;
  readonly log: Logger;
}

/**
 * One life of the broker session of one slot: from CONNECT until the socket closes. It never reconnects by itself,
 * because a worker must first learn whether the slot is still its own.
 */
export class SlotConnection implements Acknowledger {
  readonly closed: Promise<void>;
  readonly #options: SlotConnectionOptions;
  readonly #client: MqttClient;
  #lastMessageAt = Date.now();
  #receiving = true;
  #open = true;

  private constructor(options: SlotConnectionOptions, client: MqttClient) {
    this.#options = options;
    this.#client = client;
    client.handleMessage = (packet, done) => this.#receive(packet, done as (error?: Error) => void);
    client.on("error", (error) => options.log.warn({ err: error, slot: options.slot }, "broker connection error"));
    this.closed = new Promise((resolve) => client.once("close", () => this.#onClose(resolve)));
  }

  /** Connects and, when `subscribe`, joins the shared subscription. Rejects when the broker is not there. */
  static async open(options: SlotConnectionOptions, { subscribe }: { subscribe: boolean }): Promise<SlotConnection> {
    const client = connect(options.mqttUrl, {
      protocolVersion: 5,
      clientId: `gtb-ingestion-${options.slot}`,
      clean: false,
      reconnectPeriod: 0,
      resubscribe: false,
      keepalive: 15,
      connectTimeout: 10_000,
      properties: { sessionExpiryInterval: sessionExpirySeconds, receiveMaximum: options.receiveMaximum },
    });
    // Made before the CONNACK: the broker may send what waits right behind it.
    const connection = new SlotConnection(options, client);
    await connected(client, connection.closed);
    if (subscribe) await client.subscribeAsync(sharedSubscription, { qos: 1 });
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

  /** Leaves the shared subscription: nothing more is dealt to this session, what it holds already still comes. */
  async unsubscribe(): Promise<void> {
    await this.#client.unsubscribeAsync(sharedSubscription);
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** Milliseconds since the last message. */
  quietForMs(now: number): number {
    return now - this.#lastMessageAt;
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
    this.#lastMessageAt = Date.now();
    const payload = typeof packet.payload === "string" ? Buffer.from(packet.payload) : packet.payload;
    const message = { topic: packet.topic, payload, receivedAt: new Date() };
    if (packet.qos > 0 && packet.messageId !== undefined) {
      this.#options.batcher.add({ ...message, delivery: { messageId: packet.messageId, connection: this } });
      return done(noAcknowledgementYet);
    }
    this.#options.batcher.add({ ...message, delivery: undefined });
    this.#whenRoom(done);
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
