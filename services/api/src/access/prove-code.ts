import { asIdentity, type Identity } from "@gtb/database/identity";
import type { Connection, Pool } from "@gtb/database/pool";
import { dropSignInAttempt } from "@gtb/database/queries/drop-sign-in-attempt";
import { findAccount } from "@gtb/database/queries/find-account";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ApiSettings } from "../api-settings.ts";
import { found, ProblemError } from "../problem-error.ts";
import { takeCode } from "./second-factor.ts";
import { beginAttempt, failAttempt } from "./sign-in-attempt.ts";

interface Proving {
  readonly auth: Pool;
  readonly settings: ApiSettings;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly now: Date;
}

/**
 * Takes a code of the second factor from somebody who is signed in, and does `then` in the same transaction. Wrong ones
 * count as at sign-in: a million codes are soon tried.
 */
export async function proveCode(
  { auth, settings, request, reply, now }: Proving,
  identity: Identity,
  userId: number,
  code: string,
  then: (connection: Connection) => Promise<void>,
): Promise<void> {
  const account = found(await findAccount(auth, { userId }), "account");
  found(account.totpSecret ?? undefined, "second factor");
  const attempt = await beginAttempt(auth, reply, account.email, request.ip);
  const isRight = await asIdentity(auth, identity, async (connection) => {
    if (!(await takeCode(connection, account, code, now))) return false;
    await then(connection);
    return true;
  });
  if (isRight) return dropSignInAttempt(auth, attempt.id);
  await failAttempt(auth, settings, attempt);
  throw new ProblemError("wrong_code", "The code is wrong, too old, or was used before.");
}
