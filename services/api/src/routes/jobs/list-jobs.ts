import { JobList, JobListQuery } from "@gtb/contracts/jobs";
import { listJobs } from "@gtb/database/queries/list-jobs";
import { z } from "zod";
import { readCursor, toPage } from "../../page.ts";
import { route } from "../../route.ts";

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

export const listJobsRoute = route({
  method: "GET",
  path: "/api/v1/jobs",
  allow: "job:read",
  summary: "Jobs with their progress, the newest first",
  query: JobListQuery,
  reply: JobList,
  handler: async ({ db, query: { limit, cursor, ...filter } }) => {
    const position = readCursor(cursor, Position);
    const after = position && { createdText: position[0], id: position[1] };
    const rows = await listJobs(db, { ...filter, after, limit: limit + 1 });
    return toPage(rows, limit, ({ createdText, id }) => [createdText, id]);
  },
});
