import { asIdentity, type Identity } from "../identity.ts";
import type { Pool, Queryable } from "../pool.ts";

/** What leaves no row behind; what changes a row is noted by the database itself. */
export interface AuditNote {
  readonly action: "read" | "signed_in" | "sign_in_failed" | "signed_out";
  /** Name of a table; `app_user` for what is about a person, or an account. */
  readonly kind: string;
  /** Uuid of one thing; absent: a list of them, or of sign-ins and sign-outs whoever does it. */
  readonly object?: string | undefined;
  /** Inner id of the organisation that was asked about. */
  readonly organisationId?: number | undefined;
  /** What else to know: what was searched for, by which way somebody came in. Never a secret, nor what was typed. */
  readonly after?: object | undefined;
}

/**
 * Appends an event to the audit, in a transaction of its own: it stays even where the request fails after it. As gtb_auth
 * or gtb_api; `identity.userId` is who did it. One statement between begin and commit.
 */
export function noteAudit(pool: Pool, identity: Identity, note: AuditNote): Promise<void> {
  return asIdentity(pool, identity, (connection) => appendAuditNote(connection, note));
}

/** Appends an event of the identity that the transaction has, with what else the transaction does. */
export async function appendAuditNote(db: Queryable, note: AuditNote): Promise<void> {
  await db.query("select audit_note($1, $2, $3, $4, $5)", [
    note.action,
    note.kind,
    note.object,
    note.organisationId,
    note.after && JSON.stringify(note.after),
  ]);
}
