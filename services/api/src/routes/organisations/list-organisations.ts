import { OrganisationList, OrganisationListQuery } from "@gtb/contracts/organisations";
import { listOrganisations } from "@gtb/database/queries/list-organisations";
import { namePosition, readNameCursor, toPage } from "../../page.ts";
import { route } from "../../route.ts";

export const listOrganisationsRoute = route({
  method: "GET",
  path: "/api/v1/organisations",
  allow: "organisation:read",
  summary: "Organisations by name",
  query: OrganisationListQuery,
  reply: OrganisationList,
  handler: async ({ db, query: { limit, cursor, ...filter } }) => {
    const rows = await listOrganisations(db, { ...filter, after: readNameCursor(cursor), limit: limit + 1 });
    return toPage(rows, limit, namePosition);
  },
});
