/** One MQTT message on its way into the store. */
export interface ReceivedMessage {
  readonly topic: string;
  readonly payload: Buffer;
  readonly receivedAt: Date;
  /** The connection that delivered it, and the packet to acknowledge there; undefined at QoS 0. */
  readonly delivery: Delivery | undefined;
}

interface Delivery {
  readonly messageId: number;
  readonly connection: Acknowledger;
}

/** One life of a connection: it ends with the socket, and what was delivered on it can then be acknowledged no more. */
export interface Acknowledger {
  acknowledge(messageIds: readonly number[]): void;
}
