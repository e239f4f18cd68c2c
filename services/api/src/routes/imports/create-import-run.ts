import { ImportFileParams, ImportRun, ImportRunBody } from "@gtb/contracts/imports";
import { insertImportRun } from "@gtb/database/queries/insert-import-run";
import { getImportFile, getImportRun } from "@gtb/database/queries/list-import-files";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { refuseIncomplete } from "./refuse-incomplete.ts";
import { toImportRun } from "./to-import-file.ts";

export const createImportRunRoute = route({
  method: "POST",
  path: "/api/v1/imports/:importFileId/runs",
  allow: "meter:write",
  summary: "Have the whole file checked, imported or taken back: a job does it",
  params: ImportFileParams,
  body: ImportRunBody,
  reply: ImportRun,
  handler: async ({ db, params: { importFileId }, body }) => {
    const stored = found(await getImportFile(db, importFileId), "file");
    // What a file brought is taken back without its bytes.
    if (body.kind !== "undo") refuseIncomplete(stored);
    const run = found(await insertImportRun(db, { file: importFileId, ...body }), "file");
    return toImportRun(found(await getImportRun(db, run), "run"));
  },
});
