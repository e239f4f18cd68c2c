import { ImportMapping } from "@gtb/contracts/import-mapping";
import { ImportChoices, OfOrganisationQuery } from "@gtb/contracts/imports";
import { listImportRegisters } from "@gtb/database/queries/list-import-registers";
import { listImportMappings } from "@gtb/database/queries/save-import-mapping";
import { route } from "../../route.ts";

export const listImportChoicesRoute = route({
  method: "GET",
  path: "/api/v1/import-choices",
  allow: "data:read",
  summary: "What a mapping of an organisation's file may name: its registers, and its saved mappings",
  query: OfOrganisationQuery,
  reply: ImportChoices,
  handler: async ({ db, query: { organisation } }) => {
    const registers = await listImportRegisters(db, organisation);
    const mappings = await listImportMappings(db, organisation);
    return {
      registers: registers.map(({ id, building, meter, meterId, name, kind, unit }) => ({
        id,
        building,
        meter,
        meterId,
        name,
        kind,
        unit,
      })),
      mappings: mappings.flatMap(({ mapping, ...saved }) => {
        const parsed = ImportMapping.safeParse(mapping);
        return parsed.success ? [{ ...saved, mapping: parsed.data }] : [];
      }),
    };
  },
});
