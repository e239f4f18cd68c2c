import { ConsentList, OrganisationParams } from "@gtb/contracts/organisations";
import { getOrganisation } from "@gtb/database/queries/get-organisation";
import { listConsents } from "@gtb/database/queries/list-consents";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const listOrganisationLinksRoute = route({
  method: "GET",
  path: "/api/v1/organisations/:organisationId/links",
  allow: "organisation:read",
  summary: "Who lies above and below an organisation, and whether the one below has agreed to be seen",
  params: OrganisationParams,
  reply: ConsentList,
  handler: async ({ db, params: { organisationId }, now }) => {
    found(await getOrganisation(db, organisationId, now.toISOString().slice(0, 10)), "organisation");
    return { items: await listConsents(db, { organisation: organisationId }) };
  },
});
