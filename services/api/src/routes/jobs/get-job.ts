import { Job, JobParams } from "@gtb/contracts/jobs";
import { getJob } from "@gtb/database/queries/get-job";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const getJobRoute = route({
  method: "GET",
  path: "/api/v1/jobs/:jobId",
  allow: "job:read",
  summary: "One job with its progress",
  params: JobParams,
  reply: Job,
  handler: async ({ db, params }) => found(await getJob(db, params.jobId), "job"),
});
