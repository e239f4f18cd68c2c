import { setTimeout as wait } from "node:timers/promises";
import type { Pool } from "@gtb/database/pool";
import { failJob, finishJob, retryJob } from "@gtb/database/queries/finish-job";
import { type LeasedJob, leaseJob } from "@gtb/database/queries/lease-job";
import type { Logger } from "@gtb/service-kit/log";
import type { JobMetrics } from "../metrics.ts";
import { type JobKind, LeaseLostError, PermanentError, WorkerStoppingError } from "./job-kind.ts";
import { JobRun } from "./job-run.ts";

export interface LaneOptions {
  readonly pool: Pool;
  readonly log: Logger;
  readonly metrics: JobMetrics;
  readonly kinds: readonly JobKind[];
  /** Names this worker in the job table. */
  readonly worker: string;
  readonly leaseSeconds: number;
  readonly pollMs: number;
}

const longestBackoffSeconds = 300;

/** Does jobs of some kinds, one after the other, until it is stopped. */
export class Lane {
  readonly #options: LaneOptions;
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;
  #wake = new AbortController();

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running ??= this.#loop();
  }

  /** Makes an idle lane look for work at once. */
  wake(): void {
    this.#wake.abort();
  }

  /** Gives the running job back; resolves when it is let go. */
  async stop(): Promise<void> {
    this.#stopping.abort(new WorkerStoppingError("the worker stops"));
    await this.#running;
  }

  async #loop(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      const job = await this.#take();
      if (job === undefined) await this.#pause();
      else await this.#do(job);
    }
  }

  async #take(): Promise<LeasedJob | undefined> {
    const { pool, kinds, worker, leaseSeconds, log } = this.#options;
    // A wake-up from here on is for work that this look may miss.
    this.#wake = new AbortController();
    try {
      return await leaseJob(
        pool,
        kinds.map(({ kind }) => kind),
        worker,
        leaseSeconds,
      );
    } catch (error) {
      log.warn({ err: error }, "no job could be taken");
      return undefined;
    }
  }

  async #pause(): Promise<void> {
    const signal = AbortSignal.any([this.#stopping.signal, this.#wake.signal]);
    await wait(this.#options.pollMs, undefined, { signal }).catch(() => undefined);
  }

  async #do(job: LeasedJob): Promise<void> {
    const { pool, kinds, leaseSeconds, metrics } = this.#options;
    const log = this.#options.log.child({ job: job.uuid, kind: job.kind });
    const run = new JobRun({ pool, log, job, leaseSeconds, stopping: this.#stopping.signal });
    const keepAlive = run.keepAlive();
    const endTimer = metrics.duration.startTimer({ kind: job.kind });
    const outcome = await perform(kinds, run, job)
      .then(
        (message) => this.#finish(job, message),
        (error: unknown) => this.#fail(job, error, log),
      )
      .catch((error: unknown) => {
        log.warn({ err: error }, "a job's end could not be noted: its lease will expire");
        return "lost";
      });
    endTimer();
    metrics.ended.inc({ kind: job.kind, outcome });
    run.end();
    await keepAlive;
  }

  async #finish(job: LeasedJob, message: string | undefined): Promise<string> {
    return (await finishJob(this.#options.pool, job, message)) ? "done" : "lost";
  }

  async #fail(job: LeasedJob, error: unknown, log: Logger): Promise<string> {
    const { pool } = this.#options;
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof LeaseLostError) {
      log.warn("the lease was lost: another worker goes on");
      return "lost";
    }
    if (error instanceof WorkerStoppingError) {
      await retryJob(pool, job, { afterSeconds: 0, message: null, countsAsAttempt: false });
      return "left";
    }
    if (error instanceof PermanentError || job.attempts >= job.maxAttempts) {
      // What a person asked wrongly is theirs to mend; what fails for no such reason is ours.
      log[error instanceof PermanentError ? "warn" : "error"]({ err: error }, "the job failed");
      await failJob(pool, job, message);
      return "failed";
    }
    log.warn({ err: error, attempt: job.attempts }, "the job failed and is tried again");
    const afterSeconds = Math.min(longestBackoffSeconds, 2 ** job.attempts);
    await retryJob(pool, job, { afterSeconds, message, countsAsAttempt: true });
    return "retry";
  }
}

async function perform(kinds: readonly JobKind[], run: JobRun, job: LeasedJob): Promise<string | undefined> {
  // A worker that dies says nothing: its attempts are counted where the job is taken again.
  if (job.attempts > job.maxAttempts) throw new PermanentError(`given up: ${job.maxAttempts} workers died over it`);
  const kind = kinds.find(({ kind }) => kind === job.kind);
  if (kind === undefined) throw new PermanentError(`unknown kind ${job.kind}`);
  return kind.run(run, job);
}
