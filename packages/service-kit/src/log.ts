import { type DestinationStream, type Logger, pino } from "pino";

export type { Logger };

/**
 * JSON lines on standard output. Budgets: `error` is 0 while all is healthy, `warn` a handful a day, `info` what an
 * operator would tell another, `debug` off. `destination`: for a test that reads along.
 */
export function createLog(service: string, level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: ["password", "*.password", "databaseUrl", "*.databaseUrl", "authorization", "*.authorization"],
        censor: "[hidden]",
      },
    },
    destination,
  );
}
