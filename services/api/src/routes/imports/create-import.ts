import { ImportFile, ImportFileBody } from "@gtb/contracts/imports";
import { insertImportFile } from "@gtb/database/queries/insert-import-file";
import { getImportFile } from "@gtb/database/queries/list-import-files";
import { found, ProblemError, referred } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { toImportFile } from "./to-import-file.ts";

export const createImportRoute = route({
  method: "POST",
  path: "/api/v1/imports",
  allow: "meter:write",
  summary: "Announce a file of readings; its pieces are sent afterwards",
  body: ImportFileBody,
  reply: ImportFile,
  handler: async ({ db, body, settings }) => {
    if (body.bytes > settings.importMaxBytes)
      throw new ProblemError("body_too_large", `A file has at most ${settings.importMaxBytes} bytes here.`);
    const id = referred(await insertImportFile(db, body), "The organisation");
    return toImportFile(found(await getImportFile(db, id), "file"));
  },
});
