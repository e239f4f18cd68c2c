import { ImportRunDetail, ImportRunParams } from "@gtb/contracts/imports";
import { getImportRun } from "@gtb/database/queries/list-import-files";
import { listImportTargets } from "@gtb/database/queries/list-import-targets";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { toImportRun } from "./to-import-file.ts";

export const getImportRunRoute = route({
  method: "GET",
  path: "/api/v1/import-runs/:importRunId",
  allow: "data:read",
  summary: "One run of a file: how far it is, and what it holds of each meter",
  params: ImportRunParams,
  reply: ImportRunDetail,
  handler: async ({ db, params: { importRunId } }) => {
    const run = toImportRun(found(await getImportRun(db, importRunId), "run"));
    return { ...run, targets: await listImportTargets(db, importRunId) };
  },
});
