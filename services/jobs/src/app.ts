import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { createPool } from "@gtb/database/pool";
import { readServerTime } from "@gtb/database/queries/read-server-time";
import { startHealthServer } from "@gtb/service-kit/health-server";
import type { RunningService } from "@gtb/service-kit/lifecycle";
import type { Logger } from "@gtb/service-kit/log";
import type { OpenMeteoSettings } from "./climate/open-meteo.ts";
import type { Config } from "./config.ts";
import { climateKind } from "./kinds/climate.ts";
import { consumptionKind } from "./kinds/consumption.ts";
import { correctReadingsKind } from "./kinds/correct-readings.ts";
import { decodeAgainKind } from "./kinds/decode-again.ts";
import { fetchWeatherKind } from "./kinds/fetch-weather.ts";
import { fillKind } from "./kinds/fill.ts";
import { housekeepingKind } from "./kinds/housekeeping.ts";
import { importFileKind } from "./kinds/import-file.ts";
import { importReadingsKind } from "./kinds/import-readings.ts";
import { importTemperaturesKind } from "./kinds/import-temperatures.ts";
import { recomputeKind } from "./kinds/recompute.ts";
import { recomputeStationKind } from "./kinds/recompute-station.ts";
import { retireAuditKind } from "./kinds/retire-audit.ts";
import { sealAuditKind } from "./kinds/seal-audit.ts";
import { sendMailKind } from "./kinds/send-mail.ts";
import { createMailer, type Mailer } from "./mail/mailer.ts";
import { createJobMetrics } from "./metrics.ts";
import { Lane } from "./runner/lane.ts";
import { startSchedule } from "./schedule.ts";

/** Longer than any batch: a worker that hangs in the midst of one loses its transaction, and then its job. */
const idleInTransactionMs = 60_000;

/** Wires the service and starts it. */
export async function startJobs(config: Config, log: Logger): Promise<RunningService> {
  const pool = createPool({
    databaseUrl: config.GTB_DATABASE_URL,
    applicationName: "gtb-jobs",
    maxConnections: 8,
    statementTimeoutMs: 120_000,
    idleInTransactionTimeoutMs: idleInTransactionMs,
  });
  const metrics = createJobMetrics(pool);
  const options = {
    pool,
    log,
    metrics,
    worker: `${hostname()}:${process.pid}:${randomUUID()}`,
    leaseSeconds: config.GTB_JOB_LEASE_SECONDS,
    pollMs: config.GTB_JOB_POLL_MS,
  };
  const lanes = createLanes(options, config);
  const health = await startHealthServer({
    host: config.GTB_HEALTH_HOST,
    port: config.GTB_HEALTH_PORT,
    checks: { database: async () => void (await readServerTime(pool)) },
    metrics: metrics.registry,
  });
  for (const lane of lanes) lane.start();
  const schedule = startSchedule(pool, log, {
    onConsumption: () => lanes[0]?.wake(),
    weather: weatherOf(config) !== undefined,
  });
  return {
    stopPhases: [
      { name: "queue no more", timeLimitMs: 2_000, run: () => schedule.stop() },
      {
        name: "leave running jobs",
        timeLimitMs: 10_000,
        run: async () => void (await Promise.all(lanes.map((lane) => lane.stop()))),
      },
      { name: "close the health server", timeLimitMs: 1_000, run: () => health.close() },
      { name: "close the database", timeLimitMs: 2_000, run: () => pool.end() },
    ],
  };
}

type LaneOptions = Omit<ConstructorParameters<typeof Lane>[0], "kinds">;

function createLanes(options: LaneOptions, config: Config): Lane[] {
  const { metrics } = options;
  // One lane each, so that a long import holds back neither live consumption nor what a person waits for.
  return [
    new Lane({ ...options, kinds: [consumptionKind(metrics)] }),
    new Lane({ ...options, kinds: [correctReadingsKind, fillKind] }),
    new Lane({
      ...options,
      kinds: [
        decodeAgainKind,
        recomputeKind(metrics),
        housekeepingKind({ importFileDays: config.GTB_IMPORT_FILE_DAYS, readingDays: config.GTB_READING_DAYS }),
      ],
    }),
    new Lane({ ...options, kinds: [importReadingsKind(metrics), importFileKind(metrics)] }),
    // Weather comes from elsewhere: who waits for a slow server of others waits alone.
    new Lane({
      ...options,
      kinds: [climateKind, recomputeStationKind, importTemperaturesKind, fetchWeatherKind(weatherOf(config))],
    }),
    new Lane({ ...options, kinds: [sealAuditKind, retireAuditKind(config.GTB_AUDIT_RETENTION_DAYS)] }),
    // A mail server that is slow keeps nobody waiting but other mails.
    new Lane({ ...options, kinds: [sendMailKind(mailerOf(config))] }),
  ];
}

function weatherOf(config: Config): OpenMeteoSettings | undefined {
  const { GTB_WEATHER: weather, GTB_WEATHER_ARCHIVE_URL: archiveUrl, GTB_WEATHER_FORECAST_URL: forecastUrl } = config;
  return weather === "open-meteo" ? { archiveUrl, forecastUrl } : undefined;
}

function mailerOf({ GTB_SMTP_URL: url, GTB_MAIL_FROM: from }: Config): Mailer | undefined {
  return url !== undefined && from !== undefined ? createMailer({ url, from }) : undefined;
}
