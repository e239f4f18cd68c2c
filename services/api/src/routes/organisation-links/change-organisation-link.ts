import { Consent, ConsentChangeBody, ConsentParams } from "@gtb/contracts/organisations";
import { isExclusionViolation } from "@gtb/database/database-error";
import { changeConsent } from "@gtb/database/queries/change-consent";
import { lockForEdit } from "@gtb/database/queries/lock-for-edit";
import { z } from "zod";
import { refuseStale, requireIfMatch } from "../../etag.ts";
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
  tagged: true,
  handler: async ({ db, params: { linkId }, body, now, request }) => {
    const tags = requireIfMatch(request);
    // Only who speaks for the organisation below can hold the row.
    const held = await lockForEdit(db, "organisation_link", linkId);
    const before = await readConsent(db, linkId);
    if (!held) throw notTheChild();
    refuseStale(tags, JSON.stringify(z.encode(Consent, before)));
    refuseEarlyEnd(body.until, before.from, now);
    const changed = await changeConsent(db, linkId, body).catch((error: unknown) => {
      throw isExclusionViolation(error) ? linkedAlready() : error;
    });
    if (!changed) throw notTheChild();
    return readConsent(db, linkId);
  },
});

/** What was agreed until now was: the past is not rewritten, and ending it today is deleting it. */
function refuseEarlyEnd(until: string | null | undefined, from: string | null, now: Date): void {
  const first = [from ?? "", now.toISOString().slice(0, 10)].sort().at(-1) ?? "";
  if (until === undefined || until === null || until > first) return;
  const message = "must be later than today and than `from`";
  throw new ProblemError("invalid_request", `body.until: ${message}`, [{ path: "body.until", message }]);
}
