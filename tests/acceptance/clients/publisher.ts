import { connectAsync, type MqttClient } from "mqtt";
import { type Event, topicOf } from "../chirpstack/event.ts";
import { toJson } from "../chirpstack/event-json.ts";

export interface Message {
  readonly topic: string;
  readonly payload: Buffer;
}

/** Messages in flight at once; more would only wait in this process. */
const inFlight = 200;

/** ChirpStack's side of the broker: publishes with QoS 1, as our configuration of it asks. */
export class Publisher {
  readonly #client: MqttClient;

  private constructor(client: MqttClient) {
    this.#client = client;
  }

  static async connect(mqttUrl: string): Promise<Publisher> {
    return new Publisher(await connectAsync(mqttUrl, { protocolVersion: 5 }));
  }

  /** Resolves once the broker has acknowledged every message (at QoS 0: once it is sent); the order is kept. */
  async send(messages: readonly Message[], qos: 0 | 1 = 1): Promise<void> {
    for (let from = 0; from < messages.length; from += inFlight) {
      const group = messages.slice(from, from + inFlight);
      await Promise.all(group.map(({ topic, payload }) => this.#client.publishAsync(topic, payload, { qos })));
    }
  }

  async sendEvents(events: readonly Event[], encode: (event: Event) => Buffer = toJson): Promise<void> {
    await this.send(events.map((event) => messageOf(event, encode)));
  }

  async close(): Promise<void> {
    await this.#client.endAsync();
  }
}

export function messageOf(event: Event, encode: (event: Event) => Buffer = toJson): Message {
  return { topic: topicOf(event), payload: encode(event) };
}
