import type { Me } from "@gtb/contracts/session";
import type { Connection, Pool } from "@gtb/database/pool";
import { findAccount } from "@gtb/database/queries/find-account";
import { listHeldRoles } from "@gtb/database/queries/list-held-roles";
import { listOwnActions } from "@gtb/database/queries/list-own-actions";
import { listReachedOrganisations } from "@gtb/database/queries/list-reached-organisations";
import type { z } from "zod";
import { ProblemError } from "../problem-error.ts";

interface Asking {
  /** In a transaction under the identity of `userId`. */
  readonly db: Connection;
  readonly auth: Pool;
  readonly userId: number;
  /** Null: by an API token. */
  readonly csrfToken: string | null;
}

/** Who the identity is, what it may do, and where. */
export async function readMe({ db, auth, userId, csrfToken }: Asking): Promise<z.output<typeof Me>> {
  const account = await findAccount(auth, { userId });
  if (account === undefined) throw new ProblemError("not_signed_in", "The account is not there any more.");
  const { id, email, name, locale, passwordHash, totpConfirmedAt } = account;
  return {
    id,
    email,
    name,
    locale,
    secondFactor: totpConfirmedAt !== null,
    hasPassword: passwordHash !== null,
    roles: await listHeldRoles(db, [id]),
    actions: await listOwnActions(db),
    organisations: await listReachedOrganisations(db),
    csrfToken,
  };
}
