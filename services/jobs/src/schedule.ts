import type { Pool } from "@gtb/database/pool";
import { enqueueClimate } from "@gtb/database/queries/enqueue-climate";
import { enqueueConsumption, enqueueJob } from "@gtb/database/queries/enqueue-job";
import { enqueueWeather } from "@gtb/database/queries/enqueue-weather";
import type { Logger } from "@gtb/service-kit/log";
import cron from "node-cron";

export interface Schedule {
  stop(): Promise<void>;
}

export interface ScheduleOptions {
  readonly onConsumption: () => void;
  /** Whether weather is fetched */
  readonly weather: boolean;
}

/**
 * Queues what is due: a pass over the outbox within a second of new readings, housekeeping and the audit's
 * seal every minute, what is clearing old things at night. Every worker process does so; the job table keeps one of each waiting.
 */
export function startSchedule(pool: Pool, log: Logger, { onConsumption, weather }: ScheduleOptions): Schedule {
  const everySecond = task("* * * * * *", log, async () => {
    if (await enqueueConsumption(pool)) onConsumption();
  });
  const everyTenSeconds = task("*/10 * * * * *", log, async () => void (await enqueueClimate(pool)));
  const everyMinute = task("30 * * * * *", log, async () => {
    await enqueueJob(pool, { kind: "housekeeping", dedupeKey: "all" });
    await enqueueJob(pool, { kind: "seal-audit", dedupeKey: "all" });
  });
  const everyNight = task("0 20 3 * * *", log, async () => {
    await enqueueJob(pool, { kind: "retire-audit", dedupeKey: "all" });
  });
  const everyMorning = task("0 40 5 * * *", log, async () => {
    if (weather) await enqueueWeather(pool);
  });
  const all = [everySecond, everyTenSeconds, everyMinute, everyNight, everyMorning];
  return {
    stop: async () => {
      await Promise.all(all.map((scheduled) => scheduled.destroy()));
    },
  };
}

function task(when: string, log: Logger, work: () => Promise<void>): ReturnType<typeof cron.schedule> {
  const run = () => work().catch((error: unknown) => log.warn({ err: error }, "scheduled work could not be queued"));
  // A second that a busy machine lets pass is made up for by the next.
  return cron.schedule(when, run, { noOverlap: true, suppressMissedWarning: true, logger: quiet });
}

/** node-cron writes plain text to the console by itself; what matters is logged above. */
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined };
