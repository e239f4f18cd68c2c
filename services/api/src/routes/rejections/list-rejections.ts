import { RejectionList, RejectionListQuery } from "@gtb/contracts/rejections";
import { countRejections } from "@gtb/database/queries/count-rejections";
import { listRejections } from "@gtb/database/queries/list-rejections";
import { z } from "zod";
import { readCursor, toPage } from "../../page.ts";
import { route } from "../../route.ts";

const sevenDaysMs = 7 * 24 * 3_600_000;
const Position = z.tuple([z.iso.datetime(), z.string().max(200)]);

export const listRejectionsRoute = route({
  method: "GET",
  path: "/api/v1/rejections",
  allow: "data:read",
  summary: "What was received and could not become a reading, with the reason, newest first",
  query: RejectionListQuery,
  reply: RejectionList,
  handler: async ({ db, query: { limit, cursor, ...filter }, now }) => {
    const since = filter.since ?? new Date(now.getTime() - sevenDaysMs);
    const position = readCursor(cursor, Position);
    const after = position && { at: position[0], key: position[1] };
    const rows = await listRejections(db, { ...filter, since, after, limit: limit + 1 });
    const page = toPage(rows, limit, (row) => [row.position.at, row.position.key]);
    return { ...page, since, counts: await countRejections(db, since) };
  },
});
