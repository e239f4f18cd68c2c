import { ImportFileList, ImportFileListQuery } from "@gtb/contracts/imports";
import { listImportFiles } from "@gtb/database/queries/list-import-files";
import { z } from "zod";
import { readCursor, toPage } from "../../page.ts";
import { route } from "../../route.ts";
import { importsTable } from "./imports-table.ts";
import { toImportFile } from "./to-import-file.ts";

const Position = z.tuple([z.string().regex(/^\d{4}-\d{2}-\d{2} [\d:.]+\+\d{2}(:\d{2})?$/), z.uuid()]);

export const listImportsRoute = route({
  method: "GET",
  path: "/api/v1/imports",
  allow: "data:read",
  summary: "Files of readings that were brought, the newest first, each with its latest run",
  query: ImportFileListQuery,
  reply: ImportFileList,
  table: importsTable,
  handler: async ({ db, query: { organisation, limit, cursor } }) => {
    const position = readCursor(cursor, Position);
    const after = position && { createdText: position[0], id: position[1] };
    const rows = await listImportFiles(db, { organisation, after, limit: limit + 1 });
    const { items, nextCursor } = toPage(rows, limit, ({ createdText, id }) => [createdText, id]);
    return { items: items.map(({ createdText: _, ...file }) => toImportFile(file)), nextCursor };
  },
});
