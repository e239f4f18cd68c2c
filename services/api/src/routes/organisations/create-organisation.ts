import { OrganisationBody, OrganisationDetail } from "@gtb/contracts/organisations";
import { getOrganisation } from "@gtb/database/queries/get-organisation";
import { insertOrganisation } from "@gtb/database/queries/insert-organisation";
import { found, ProblemError } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const createOrganisationRoute = route({
  method: "POST",
  path: "/api/v1/organisations",
  allow: "organisation:manage",
  summary: "Add an organisation",
  body: OrganisationBody,
  reply: OrganisationDetail,
  handler: async ({ db, body, now }) => {
    const id = await insertOrganisation(db, body);
    if (id === undefined) throw new ProblemError("already_exists", `There is a ${body.kind} with code ${body.code}.`);
    return found(await getOrganisation(db, id, now.toISOString().slice(0, 10)), "organisation");
  },
});
