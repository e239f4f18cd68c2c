import { Site, SiteChangeBody, SiteParams } from "@gtb/contracts/sites";
import { getSite } from "@gtb/database/queries/get-site";
import { updateSite } from "@gtb/database/queries/update-site";
import { editRoute } from "../../edit-route.ts";
import { found } from "../../problem-error.ts";

export const updateSiteRoute = editRoute({
  path: "/api/v1/sites/:siteId",
  allow: "building:write",
  summary: "Mend what was declared of a site",
  table: "site",
  params: SiteParams,
  body: SiteChangeBody,
  reply: Site,
  read: getSite,
  change: async (db, id, body) => void found((await updateSite(db, id, body)) || undefined, "site"),
});
