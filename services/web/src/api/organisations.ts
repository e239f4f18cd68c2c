import { OrganisationList } from "@gtb/contracts/organisations";
import { queryOptions } from "@tanstack/react-query";
import { apiUrl, get } from "./request.ts";

/** Organisations that have buildings, to choose among. */
export const organisationsQuery = queryOptions({
  queryKey: ["organisations", "with-buildings"],
  queryFn: ({ signal }) =>
    get(OrganisationList, apiUrl("/organisations", { withBuildings: true, limit: 1000 }), signal),
  staleTime: 300_000,
});
