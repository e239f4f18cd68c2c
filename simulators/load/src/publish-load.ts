import { connectAsync, type MqttClient } from "mqtt";
import { jsonEncoder, loadApplicationId } from "./json-template.ts";
import { devEuiOf, deviceIndex, dueMs, type LoadRun } from "./load-run.ts";
import { protobufEncoder } from "./protobuf-encoder.ts";

/** Mosquitto cuts off a client that has more than its receive maximum unacknowledged, and mqtt.js does not count. */
const mostInFlight = 900;
const tickMs = 5;

export interface LoadProgress {
  readonly sent: number;
  readonly acknowledged: number;
  readonly elapsedMs: number;
}

export interface PublishOptions {
  readonly mqttUrl: string;
  /** Called each second. */
  readonly onProgress?: (progress: LoadProgress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Publishes a run's uplinks, each when it is due, with QoS 1; resolves when the broker has acknowledged all of them.
 * Goes on after a lost connection: what was not acknowledged is sent again, as a gateway bridge would.
 */
export async function publishLoad(run: LoadRun, options: PublishOptions): Promise<LoadProgress> {
  const client = await connectAsync(options.mqttUrl, {
    protocolVersion: 5,
    clientId: `gtb-load-${run.runId}`,
    reconnectPeriod: 250,
  });
  // A lost connection is told by the counts; unheard, the event would end the process.
  client.on("error", () => undefined);
  const publisher = new LoadPublisher(run, client);
  const progress = setInterval(() => options.onProgress?.(publisher.progress()), 1000);
  try {
    await publisher.run(options.signal);
  } finally {
    clearInterval(progress);
    await client.endAsync(options.signal?.aborted ?? false);
  }
  return publisher.progress();
}

class LoadPublisher {
  readonly #run: LoadRun;
  readonly #client: MqttClient;
  readonly #encode: (number: number) => Buffer;
  readonly #topics: readonly string[];
  readonly #begunMs = Date.now();
  #sent = 0;
  #acknowledged = 0;

  constructor(run: LoadRun, client: MqttClient) {
    this.#run = run;
    this.#client = client;
    this.#encode = run.format === "json" ? jsonEncoder(run) : protobufEncoder(run);
    this.#topics = Array.from(
      { length: run.devices },
      (_, index) => `application/${loadApplicationId}/device/${devEuiOf(index)}/event/up`,
    );
  }

  progress(): LoadProgress {
    return { sent: this.#sent, acknowledged: this.#acknowledged, elapsedMs: Date.now() - this.#begunMs };
  }

  run(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setInterval(() => {
        const finished = this.#acknowledged === this.#run.uplinks || signal?.aborted === true;
        try {
          if (!finished) this.#sendDue();
        } catch (error) {
          clearInterval(timer);
          reject(error);
        }
        if (!finished) return;
        clearInterval(timer);
        resolve();
      }, tickMs);
    });
  }

  #sendDue(): void {
    const nowMs = Date.now();
    while (
      this.#sent < this.#run.uplinks &&
      this.#sent - this.#acknowledged < mostInFlight &&
      dueMs(this.#run, this.#sent) <= nowMs
    ) {
      const number = this.#sent++;
      const topic = this.#topics[deviceIndex(this.#run, number)] ?? "";
      this.#client.publish(topic, this.#encode(number), { qos: 1 }, (error) => {
        if (error == null) this.#acknowledged += 1;
      });
    }
  }
}
