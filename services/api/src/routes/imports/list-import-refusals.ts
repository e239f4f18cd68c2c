import { ImportRefusalList, ImportRefusalQuery, ImportRunParams } from "@gtb/contracts/imports";
import { getImportRun } from "@gtb/database/queries/list-import-files";
import { listImportRefusals } from "@gtb/database/queries/list-import-refusals";
import { z } from "zod";
import { readCursor, toPage } from "../../page.ts";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { importRefusalsTable } from "./imports-table.ts";

const number = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
const Position = z.tuple([number, number]);

export const listImportRefusalsRoute = route({
  method: "GET",
  path: "/api/v1/import-runs/:importRunId/refusals",
  allow: "data:read",
  summary: "Every line that a run refused, with the reason in French",
  params: ImportRunParams,
  query: ImportRefusalQuery,
  reply: ImportRefusalList,
  table: importRefusalsTable,
  tagged: false,
  handler: async ({ db, params: { importRunId }, query: { limit, cursor } }) => {
    found(await getImportRun(db, importRunId), "run");
    const position = readCursor(cursor, Position);
    const after = position && { line: position[0], id: position[1] };
    const rows = await listImportRefusals(db, importRunId, { after, limit: limit + 1 });
    const { items, nextCursor } = toPage(rows, limit, ({ line, id }) => [String(line), String(id)]);
    return { items: items.map(({ id: _, ...refusal }) => refusal), nextCursor };
  },
});
