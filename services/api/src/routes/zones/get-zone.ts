import { Zone, ZoneParams } from "@gtb/contracts/zones";
import { getZone } from "@gtb/database/queries/get-zone";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const getZoneRoute = route({
  method: "GET",
  path: "/api/v1/zones/:zoneId",
  allow: "data:read",
  summary: "One zone",
  params: ZoneParams,
  reply: Zone,
  handler: async ({ db, params }) => found(await getZone(db, params.zoneId), "zone"),
});
