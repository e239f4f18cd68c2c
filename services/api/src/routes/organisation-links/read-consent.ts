import type { Queryable } from "@gtb/database/pool";
import { type ConsentRow, listConsents } from "@gtb/database/queries/list-consents";
import { found, ProblemError } from "../../problem-error.ts";

/** One link that holds or will, or a 404. */
export async function readConsent(db: Queryable, id: string): Promise<ConsentRow> {
  const [consent] = await listConsents(db, { id });
  return found(consent, "link");
}

/** Who may not speak for the child. */
export function notTheChild(): ProblemError {
  return new ProblemError("forbidden", "The organisation below agrees: its administrator, or the agency for it.");
}

/** Two links of one kind between the same two would hold at once. */
export function linkedAlready(): ProblemError {
  return new ProblemError("already_exists", "A link of this kind holds then: change that one.");
}
