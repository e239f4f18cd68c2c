import type { Pool } from "@gtb/database/pool";
import { dropSignInAttempt } from "@gtb/database/queries/drop-sign-in-attempt";
import { type Account, findAccount } from "@gtb/database/queries/find-account";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ApiSettings } from "../api-settings.ts";
import { ProblemError } from "../problem-error.ts";
import { proveAccount } from "./prove-account.ts";
import { beginAttempt, failAttempt } from "./sign-in-attempt.ts";

interface Proving {
  readonly auth: Pool;
  readonly settings: ApiSettings;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/**
 * The account of somebody who is signed in and shows their password once more. Wrong ones count as at sign-in: who finds
 * an open session may not guess on.
 */
export async function provePassword(
  { auth, settings, request, reply }: Proving,
  userId: number,
  password: string,
): Promise<Account> {
  const account = await findAccount(auth, { userId });
  if (account === undefined) throw new ProblemError("not_signed_in", "The account is not there any more.");
  const attempt = await beginAttempt(auth, reply, account.email, request.ip);
  if (await proveAccount(account, password)) {
    await dropSignInAttempt(auth, attempt.id);
    return account;
  }
  await failAttempt(auth, settings, attempt);
  throw new ProblemError("wrong_credentials", "The current password is not this one.");
}
