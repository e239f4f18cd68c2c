import { Consent, ConsentChangeBody, ConsentParams } from "@gtb/contracts/organisations";
import { isExclusionViolation } from "@gtb/database/database-error";
import { changeConsent } from "@gtb/database/queries/change-consent";
import { ProblemError } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { linkedAlready, notTheChild, readConsent } from "./read-consent.ts";

export const changeOrganisationLinkRoute = route({
  method: "PATCH",
  path: "/api/v1/organisation-links/:linkId",
  allow: "user:manage",
  summary: "Agree to a link that is there, or say until when it holds",
  params: ConsentParams,
  body: ConsentChangeBody,
  reply: Consent,
  handler: async ({ db, params: { linkId }, body, now }) => {
    const consent = await readConsent(db, linkId);
    const { until } = body;
    // What was agreed until now was: the past is not rewritten, and ending it today is deleting it.
    const first = [consent.from ?? "", now.toISOString().slice(0, 10)].sort().at(-1) ?? "";
    if (until !== undefined && until !== null && until <= first)
      throw new ProblemError("invalid_request", "body.until: must be later than today and than `from`", [
        { path: "body.until", message: "must be later than today and than `from`" },
      ]);
    const changed = await changeConsent(db, linkId, body).catch((error: unknown) => {
      throw isExclusionViolation(error) ? linkedAlready() : error;
    });
    if (!changed) throw notTheChild();
    return readConsent(db, linkId);
  },
});
