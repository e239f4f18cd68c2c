import { OrganisationParams } from "@gtb/contracts/organisations";
import { RegisterBreakList } from "@gtb/contracts/register-events";
import { getOrganisation } from "@gtb/database/queries/get-organisation";
import { listRegisterBreaks } from "@gtb/database/queries/list-register-breaks";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const listOrganisationBreaksRoute = route({
  method: "GET",
  path: "/api/v1/organisations/:organisationId/breaks",
  allow: "data:read",
  summary: "Where counts of an organisation's meters fell and nobody has explained it, the latest 500",
  params: OrganisationParams,
  reply: RegisterBreakList,
  handler: async ({ db, params: { organisationId }, now }) => {
    found(await getOrganisation(db, organisationId, now.toISOString().slice(0, 10)), "organisation");
    return { items: await listRegisterBreaks(db, { organisation: organisationId }) };
  },
});
