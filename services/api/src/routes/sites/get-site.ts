import { Site, SiteParams } from "@gtb/contracts/sites";
import { getSite } from "@gtb/database/queries/get-site";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const getSiteRoute = route({
  method: "GET",
  path: "/api/v1/sites/:siteId",
  allow: "data:read",
  summary: "One site",
  params: SiteParams,
  reply: Site,
  handler: async ({ db, params }) => found(await getSite(db, params.siteId), "site"),
});
