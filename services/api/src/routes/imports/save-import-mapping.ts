import { ImportMappingBody, SavedImportMapping } from "@gtb/contracts/imports";
import { saveImportMapping } from "@gtb/database/queries/save-import-mapping";
import { referred } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const saveImportMappingRoute = route({
  method: "POST",
  path: "/api/v1/import-mappings",
  allow: "meter:write",
  summary: "Save how files are read, by name; the name's earlier mapping gives way",
  body: ImportMappingBody,
  reply: SavedImportMapping,
  handler: async ({ db, body }) => {
    const { id, name } = referred(await saveImportMapping(db, body), "The organisation");
    return { id, name, mapping: body.mapping };
  },
});
