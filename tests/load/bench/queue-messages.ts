import { connectAsync, type IClientOptions } from "mqtt";
import { benchMessage } from "./bench-events.ts";

const inFlight = 2_000;

/** A session that waits for `filter` at the broker, so that a receiver finds every message there when it starts. */
export async function openWaitingSession(mqttUrl: string, clientId: string, filter: string): Promise<void> {
  const options: IClientOptions = {
    protocolVersion: 5,
    clientId,
    clean: false,
    properties: { sessionExpiryInterval: 3600 },
  };
  const client = await connectAsync(mqttUrl, options);
  await client.subscribeAsync(filter, { qos: 1 });
  await client.endAsync();
}

/** Publishes the bench's first `count` uplinks at QoS 1. */
export async function queueMessages(mqttUrl: string, count: number, startMs: number): Promise<void> {
  const client = await connectAsync(mqttUrl, { protocolVersion: 5 });
  for (let sent = 0; sent < count; sent += inFlight) {
    const batch = Array.from({ length: Math.min(inFlight, count - sent) }, (_, index) =>
      benchMessage(sent + index, startMs),
    );
    await Promise.all(batch.map(({ topic, payload }) => client.publishAsync(topic, payload, { qos: 1 })));
  }
  await client.endAsync();
}
