import { Zone, ZoneChangeBody, ZoneParams } from "@gtb/contracts/zones";
import { getZone } from "@gtb/database/queries/get-zone";
import { updateZone } from "@gtb/database/queries/update-zone";
import { editRoute } from "../../edit-route.ts";
import { found } from "../../problem-error.ts";

export const updateZoneRoute = editRoute({
  path: "/api/v1/zones/:zoneId",
  allow: "building:write",
  summary: "Mend what was declared of a zone",
  table: "zone",
  params: ZoneParams,
  body: ZoneChangeBody,
  reply: Zone,
  read: getZone,
  change: async (db, id, body) => void found((await updateZone(db, id, body)) || undefined, "zone"),
});
