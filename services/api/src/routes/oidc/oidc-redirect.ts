import { z } from "zod";
import type { ProblemError } from "../../problem-error.ts";
import { problemReplies } from "../../route-schema.ts";

/** A browser follows these: it is shown a page, not JSON. */
export const redirectReplies = {
  302: {
    description: "To the provider, to a page of ours, or to `/connexion?probleme=<code of a problem>`",
    content: { "text/html": { schema: z.string() } },
  },
  ...problemReplies,
};

/** The sign-in page, which says what went wrong. */
export function problemPage({ code }: ProblemError): string {
  return `/connexion?probleme=${code}`;
}
