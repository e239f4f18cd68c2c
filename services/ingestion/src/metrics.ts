import { Counter, createMetrics, Gauge, Histogram, type Registry } from "@gtb/service-kit/metrics";

/** What operators watch; names and units follow Prometheus' conventions. */
export interface IngestionMetrics {
  readonly registry: Registry;
  readonly events: Counter<"type" | "outcome">;
  readonly redelivered: Counter;
  readonly readings: Counter;
  readonly rejections: Counter<"reason">;
  readonly lag: Histogram;
  readonly batchSize: Histogram;
  readonly commitTime: Histogram;
  readonly storeFailures: Counter;
  readonly waiting: Gauge;
}

const lagBuckets = [0.1, 0.25, 0.5, 1, 2, 5, 10, 60, 600, 3600];
const sizeBuckets = [1, 10, 50, 100, 250, 500, 1000, 2500];
const commitBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

export function createIngestionMetrics(waiting: () => number): IngestionMetrics {
  const registry = createMetrics("ingestion");
  const counter = <T extends string>(name: string, help: string, labelNames: T[] = []): Counter<T> =>
    new Counter({ name, help, labelNames, registers: [registry] });
  const histogram = (name: string, help: string, buckets: number[]): Histogram =>
    new Histogram({ name, help, buckets, registers: [registry] });
  return {
    registry,
    events: counter("gtb_uplinks_total", "ChirpStack events stored", ["type", "outcome"]),
    redelivered: counter("gtb_uplinks_redelivered_total", "Events that were in the ledger already"),
    readings: counter("gtb_readings_total", "Readings stored"),
    rejections: counter("gtb_rejections_total", "Messages, payloads and values kept aside, by reason", ["reason"]),
    lag: histogram("gtb_lag_seconds", "From an event's own time to its commit, mean of a batch", lagBuckets),
    batchSize: histogram("gtb_batch_size", "Messages in one transaction", sizeBuckets),
    commitTime: histogram("gtb_commit_seconds", "From the first statement of a batch to its commit", commitBuckets),
    storeFailures: counter(
      "gtb_store_failures_total",
      "Batches that the database did not take and that are tried again",
    ),
    waiting: new Gauge({
      name: "gtb_waiting_messages",
      help: "Messages received and not yet committed",
      registers: [registry],
      collect() {
        this.set(waiting());
      },
    }),
  };
}
