import { setTimeout as wait } from "node:timers/promises";
import type { Connection, Pool } from "@gtb/database/pool";
import { type LeasedJob, renewJobLease } from "@gtb/database/queries/lease-job";
import { reportJobProgress } from "@gtb/database/queries/report-job-progress";
import { inTransaction } from "@gtb/database/transaction";
import type { Logger } from "@gtb/service-kit/log";
import { LeaseLostError } from "./job-kind.ts";

export interface JobRunOptions {
  readonly pool: Pool;
  readonly log: Logger;
  readonly job: LeasedJob;
  readonly leaseSeconds: number;
  /** Aborts when the worker stops. */
  readonly stopping: AbortSignal;
}

/** One worker's hold on a job while it runs: every write goes through it and is refused once the hold is lost. */
export class JobRun {
  readonly #options: JobRunOptions;
  readonly #lost = new AbortController();
  readonly #ended = new AbortController();
  /** Aborts when the job must end early; the reason says why. */
  readonly signal: AbortSignal;

  constructor(options: JobRunOptions) {
    this.#options = options;
    this.signal = AbortSignal.any([options.stopping, this.#lost.signal]);
  }

  get pool(): Pool {
    return this.#options.pool;
  }

  get log(): Logger {
    return this.#options.log;
  }

  /**
   * Throws unless the job is still this worker's; inside a transaction it also keeps others from taking it until the
   * end, so that what is written afterwards is written by its holder.
   */
  guard = async (connection: Connection): Promise<void> => {
    this.signal.throwIfAborted();
    if (!(await renewJobLease(connection, this.#options.job, this.#options.leaseSeconds))) this.#lose();
  };

  /** Runs `work` in a transaction that commits only while the job is this worker's. */
  transaction<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    return inTransaction(this.pool, async (connection) => {
      await this.guard(connection);
      const result = await work(connection);
      // Prolonged again, for the work may have outlived the lease: nobody could take the job meanwhile.
      await renewJobLease(connection, this.#options.job, this.#options.leaseSeconds);
      return result;
    });
  }

  /** Notes progress, in the work's own transaction where one is given. */
  async progress(done: number, total: number | null, connection?: Connection): Promise<void> {
    if (!(await reportJobProgress(connection ?? this.pool, this.#options.job, done, total))) this.#lose();
  }

  /** Keeps the lease alive until `end`. A database that does not answer is waited for: the lease decides. */
  async keepAlive(): Promise<void> {
    const { pool, job, leaseSeconds, log } = this.#options;
    const pauseMs = (leaseSeconds * 1000) / 3;
    while (await waited(pauseMs, this.#ended.signal)) {
      try {
        if (await renewJobLease(pool, job, leaseSeconds)) continue;
        if (!this.#ended.signal.aborted) this.#lost.abort(new LeaseLostError(`job ${job.uuid}: lease lost`));
        return;
      } catch (error) {
        log.warn({ err: error, job: job.uuid }, "lease could not be renewed");
      }
    }
  }

  end(): void {
    this.#ended.abort();
  }

  #lose(): never {
    const error = new LeaseLostError(`job ${this.#options.job.uuid}: lease lost`);
    this.#lost.abort(error);
    throw error;
  }
}

async function waited(ms: number, signal: AbortSignal): Promise<boolean> {
  return wait(ms, true, { signal, ref: false }).catch(() => false);
}
