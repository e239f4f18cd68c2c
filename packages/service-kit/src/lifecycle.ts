import type { Logger } from "pino";

/** One named step of a stop, given up after its time limit so that the next can still run. */
export interface StopPhase {
  readonly name: string;
  readonly timeLimitMs: number;
  readonly run: () => Promise<void>;
}

export interface RunningService {
  readonly stopPhases: readonly StopPhase[];
  /** Rejects when the service can't go on; the process then stops with exit code 1 and the supervisor restarts it. */
  readonly failed?: Promise<never>;
}

export interface ServiceOptions {
  readonly log: Logger;
  readonly start: () => Promise<RunningService>;
}

/**
 * Runs a service until SIGTERM or SIGINT: starts it, then stops it phase by phase. A second signal ends the process
 * at once. Exit codes: 0 stopped as asked, 1 failed to start, run or stop.
 */
export async function runService({ log, start }: ServiceOptions): Promise<void> {
  const stopAsked = new Promise<string>((resolve) => {
    let asked = false;
    const onSignal = (signal: NodeJS.Signals): void => {
      if (asked) process.exit(1);
      asked = true;
      resolve(signal);
    };
    process.on("SIGTERM", onSignal).on("SIGINT", onSignal);
  });
  try {
    const service = await start();
    log.info("started");
    const signal = await Promise.race([stopAsked, service.failed ?? stopAsked]);
    log.info({ signal }, "stopping");
    process.exitCode = (await stopAll(log, service.stopPhases)) ? 0 : 1;
  } catch (error) {
    log.error({ err: error }, "failed");
    process.exitCode = 1;
  }
  // Whatever still holds the event loop has had its phase.
  process.exit();
}

async function stopAll(log: Logger, phases: readonly StopPhase[]): Promise<boolean> {
  let clean = true;
  for (const phase of phases) {
    try {
      await withinTime(phase);
    } catch (error) {
      clean = false;
      log.warn({ err: error, phase: phase.name }, "stop phase failed");
    }
  }
  return clean;
}

/** Runs one phase; rejects when it fails or its time is over. */
export async function withinTime(phase: StopPhase): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${phase.name} took longer than ${phase.timeLimitMs} ms`)),
      phase.timeLimitMs,
    );
  });
  try {
    await Promise.race([phase.run(), limit]);
  } finally {
    clearTimeout(timer);
  }
}
