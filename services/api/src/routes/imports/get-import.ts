import { ImportFile, ImportFileParams } from "@gtb/contracts/imports";
import { getImportFile } from "@gtb/database/queries/list-import-files";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { toImportFile } from "./to-import-file.ts";

export const getImportRoute = route({
  method: "GET",
  path: "/api/v1/imports/:importFileId",
  allow: "data:read",
  summary: "One file of readings with its latest run",
  params: ImportFileParams,
  reply: ImportFile,
  handler: async ({ db, params }) => toImportFile(found(await getImportFile(db, params.importFileId), "file")),
});
