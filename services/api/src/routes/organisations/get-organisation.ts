import { OrganisationDetail, OrganisationParams } from "@gtb/contracts/organisations";
import { getOrganisation } from "@gtb/database/queries/get-organisation";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const getOrganisationRoute = route({
  method: "GET",
  path: "/api/v1/organisations/:organisationId",
  allow: "organisation:read",
  summary: "One organisation with those it is linked to today",
  params: OrganisationParams,
  reply: OrganisationDetail,
  handler: async ({ db, params, now }) =>
    found(await getOrganisation(db, params.organisationId, now.toISOString().slice(0, 10)), "organisation"),
});
