import { z } from "zod";
import { Uuid } from "./identifier.ts";
import { pageFields, pageOf } from "./page.ts";
import { Timestamp } from "./time.ts";

export const JobState = z.enum(["queued", "running", "done", "failed"]);
export type JobState = z.input<typeof JobState>;

export const Job = z
  .object({
    id: Uuid,
    kind: z.string(),
    state: JobState,
    attempts: z.int(),
    maxAttempts: z.int(),
    progressDone: z.int(),
    progressTotal: z.int().nullable(),
    message: z.string().nullable(),
    createdAt: Timestamp,
    startedAt: Timestamp.nullable(),
    finishedAt: Timestamp.nullable(),
  })
  .meta({ id: "Job" });
export type Job = z.input<typeof Job>;

export const JobParams = z.strictObject({ jobId: Uuid });
export const JobListQuery = z.strictObject({
  kind: z.string().max(100).optional(),
  state: JobState.optional(),
  ...pageFields({ usual: 50, most: 200 }),
});
export const JobList = pageOf(Job);
export type JobList = z.input<typeof JobList>;
