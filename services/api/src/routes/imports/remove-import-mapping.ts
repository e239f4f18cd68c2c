import { ImportMappingParams } from "@gtb/contracts/imports";
import { Done } from "@gtb/contracts/session";
import { deleteImportMapping } from "@gtb/database/queries/save-import-mapping";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const removeImportMappingRoute = route({
  method: "DELETE",
  path: "/api/v1/import-mappings/:importMappingId",
  allow: "meter:write",
  summary: "Forget a saved mapping",
  params: ImportMappingParams,
  reply: Done,
  handler: async ({ db, params }) => {
    found((await deleteImportMapping(db, params.importMappingId)) || undefined, "mapping");
    return { done: true as const };
  },
});
