import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "@gtb/service-kit/log";

export interface Repetition {
  readonly step: () => Promise<void>;
  readonly pauseMs: () => number;
  /** After a step that failed. */
  readonly retryMs: number;
  readonly stop: AbortSignal;
  readonly log: Logger;
}

/** Runs `step` again and again with pauses; a failure (broker or database away) is logged and tried again. */
export async function repeat({ step, pauseMs, retryMs, stop, log }: Repetition): Promise<void> {
  while (!stop.aborted) {
    try {
      await step();
      await sleep(pauseMs(), stop);
    } catch (error) {
      log.warn({ err: error }, "keeping the broker's sessions failed, trying again");
      await sleep(retryMs, stop);
    }
  }
}

/** Resolves after `ms`, or as soon as `stop` aborts. */
export async function sleep(ms: number, stop: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal: stop }).catch(() => undefined);
}
