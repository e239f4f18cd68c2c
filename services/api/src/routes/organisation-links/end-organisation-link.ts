import { ConsentParams } from "@gtb/contracts/organisations";
import { Done } from "@gtb/contracts/session";
import { endConsent } from "@gtb/database/queries/end-consent";
import { route } from "../../route.ts";
import { notTheChild, readConsent } from "./read-consent.ts";

export const endOrganisationLinkRoute = route({
  method: "DELETE",
  path: "/api/v1/organisation-links/:linkId",
  allow: "user:manage",
  summary: "Take an agreement back: from this moment on the one above sees nothing of the one below",
  params: ConsentParams,
  reply: Done,
  handler: async ({ db, params: { linkId } }) => {
    await readConsent(db, linkId);
    if (!(await endConsent(db, linkId))) throw notTheChild();
    return { done: true as const };
  },
});
