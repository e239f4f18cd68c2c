import type { Pool } from "@gtb/database/pool";
import { countWaitingChanges } from "@gtb/database/queries/prune-reading-changes";
import { Counter, createMetrics, Gauge, Histogram, type Registry } from "@gtb/service-kit/metrics";

export interface JobMetrics {
  readonly registry: Registry;
  readonly ended: Counter<"kind" | "outcome">;
  readonly duration: Histogram<"kind">;
  readonly readingsComputed: Counter;
  readonly hoursWritten: Counter;
  readonly hoursRefused: Counter;
  readonly linesImported: Counter<"outcome">;
}

const mostCountedChanges = 10_000;

export function createJobMetrics(pool: Pool): JobMetrics {
  const registry = createMetrics("jobs");
  const registers = [registry];
  new Gauge({
    name: "gtb_outbox_waiting_rows",
    help: `Rows of the outbox that consumption has still to read, counted up to ${mostCountedChanges}`,
    registers,
    async collect() {
      // Without the database there is nothing to say, and the health check says that.
      await countWaitingChanges(pool, "consumption", mostCountedChanges).then(
        (count) => this.set(count),
        () => this.remove(),
      );
    },
  });
  return {
    registry,
    ended: new Counter({
      name: "gtb_jobs_total",
      help: "Jobs that ended, by outcome: done, retry, failed, lost (lease), left (worker stopped)",
      labelNames: ["kind", "outcome"],
      registers,
    }),
    duration: new Histogram({
      name: "gtb_job_seconds",
      help: "How long a job ran",
      labelNames: ["kind"],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 120, 600],
      registers,
    }),
    ...consumptionCounters(registers),
    linesImported: new Counter({
      name: "gtb_import_lines_total",
      help: "Lines of imported files, by outcome: stored, refused",
      labelNames: ["outcome"],
      registers,
    }),
  };
}

function consumptionCounters(registers: Registry[]) {
  return {
    readingsComputed: new Counter({
      name: "gtb_consumption_readings_total",
      help: "Readings that consumption was computed from",
      registers,
    }),
    hoursWritten: new Counter({
      name: "gtb_consumption_hours_total",
      help: "Hours of consumption written or withdrawn",
      registers,
    }),
    hoursRefused: new Counter({
      name: "gtb_consumption_hours_refused_total",
      help: "Hours that were to be computed again and stay as they are: their readings are no longer kept",
      registers,
    }),
  };
}
