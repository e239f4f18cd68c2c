import { Consent, ConsentBody } from "@gtb/contracts/organisations";
import { isExclusionViolation } from "@gtb/database/database-error";
import { findConsentSides } from "@gtb/database/queries/find-consent-sides";
import { insertConsent } from "@gtb/database/queries/insert-consent";
import { referred } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { linkedAlready, notTheChild, readConsent } from "./read-consent.ts";

export const createOrganisationLinkRoute = route({
  method: "POST",
  path: "/api/v1/organisation-links",
  allow: "user:manage",
  summary: "Agree, for the organisation below, that the one above sees its data",
  body: ConsentBody,
  reply: Consent,
  handler: async ({ db, body }) => {
    const sides = referred(await findConsentSides(db, body.parent, body.child), "One of the organisations");
    if (!sides.mayConsent) throw notTheChild();
    const id = await insertConsent(db, { ...body, ...sides }).catch((error: unknown) => {
      throw isExclusionViolation(error) ? linkedAlready() : error;
    });
    return readConsent(db, id);
  },
});
