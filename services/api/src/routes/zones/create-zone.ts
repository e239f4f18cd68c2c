import { Zone, ZoneBody } from "@gtb/contracts/zones";
import { getZone } from "@gtb/database/queries/get-zone";
import { insertZone } from "@gtb/database/queries/insert-zone";
import { found, referred } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const createZoneRoute = route({
  method: "POST",
  path: "/api/v1/zones",
  allow: "building:write",
  summary: "Add a zone",
  body: ZoneBody,
  reply: Zone,
  handler: async ({ db, body }) => {
    const id = referred(await insertZone(db, body), "The building");
    return found(await getZone(db, id), "zone");
  },
});
