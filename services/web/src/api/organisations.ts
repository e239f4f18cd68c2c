import { OrganisationList } from "@gtb/contracts/organisations";
import { queryOptions } from "@tanstack/react-query";
import { apiUrl, get } from "./request.ts";

/** Every organisation that one may name, with or without buildings. */
export const allOrganisationsQuery = queryOptions({
  queryKey: ["organisations", "all"],
  queryFn: ({ signal }) => get(OrganisationList, apiUrl("/organisations", { limit: 1000 }), signal),
  staleTime: 300_000,
});
