import { Consent, ConsentParams } from "@gtb/contracts/organisations";
import { route } from "../../route.ts";
import { readConsent } from "./read-consent.ts";

export const getOrganisationLinkRoute = route({
  method: "GET",
  path: "/api/v1/organisation-links/:linkId",
  allow: "organisation:read",
  summary: "One link between organisations",
  params: ConsentParams,
  reply: Consent,
  handler: async ({ db, params }) => readConsent(db, params.linkId),
});
