import type { LeasedJob } from "@gtb/database/queries/lease-job";
import type { JobRun } from "./job-run.ts";

/** What a job of a kind does. It may be cut off at any moment and taken up by another worker from its progress on. */
export interface JobKind {
  readonly kind: string;
  /** Resolves with what to tell people about the result. Rejects with PermanentError where trying again is no use. */
  readonly run: (run: JobRun, job: LeasedJob) => Promise<string | undefined>;
}

/** Fails a job at once: the same would happen again. Its message is for the person who asked. */
export class PermanentError extends Error {}

/** Another worker holds the job now: nothing more may be written. */
export class LeaseLostError extends Error {}

/** The worker stops: the job goes back into the queue. */
export class WorkerStoppingError extends Error {}
