import { Site, SiteBody } from "@gtb/contracts/sites";
import { getSite } from "@gtb/database/queries/get-site";
import { insertSite } from "@gtb/database/queries/insert-site";
import { found, referred } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const createSiteRoute = route({
  method: "POST",
  path: "/api/v1/sites",
  allow: "building:write",
  summary: "Add a site",
  body: SiteBody,
  reply: Site,
  handler: async ({ db, body }) => {
    const id = referred(await insertSite(db, body), "The organisation");
    return found(await getSite(db, id), "site");
  },
});
