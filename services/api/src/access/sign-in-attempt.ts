import { asIdentity, type Identity } from "@gtb/database/identity";
import type { Pool } from "@gtb/database/pool";
import { countFailedSignIns, type FailedSignIns } from "@gtb/database/queries/count-failed-sign-ins";
import { enqueueMail } from "@gtb/database/queries/enqueue-mail";
import { insertSignInAttempt } from "@gtb/database/queries/insert-sign-in-attempt";
import { lockForTransaction } from "@gtb/database/queries/lock-for-transaction";
import { appendAuditNote } from "@gtb/database/queries/note-audit";
import { noteSignInFailure } from "@gtb/database/queries/note-sign-in-failure";
import { inTransaction } from "@gtb/database/transaction";
import type { FastifyReply } from "fastify";
import type { ApiSettings } from "../api-settings.ts";
import { ProblemError } from "../problem-error.ts";
import { accountLockout, addressLockout, lockedUntil } from "./lockout.ts";
import { digestOf } from "./secret-token.ts";

/** One try to prove who one is, written down as wrong until it is settled. */
export interface SignInAttempt {
  readonly id: number;
  readonly email: string;
  /** From where; who it was is what the try shall prove. */
  readonly identity: Identity;
  /** Wrong tries in a row, with this one */
  readonly failures: number;
  readonly at: Date;
}

/**
 * Begins a try, or refuses it while account or address are locked. Addresses that have no account are counted and locked
 * alike: nothing tells them apart. Tries at the same account follow each other, so that many at once are counted too.
 */
export async function beginAttempt(auth: Pool, reply: FastifyReply, email: string, ip: string): Promise<SignInAttempt> {
  const digest = digestOf(email);
  const { failed, id } = await inTransaction(auth, async (connection) => {
    await lockForTransaction(connection, `sign-in ${digest.toString("hex")}`);
    const counted = await countFailedSignIns(connection, digest, ip);
    const isLocked = lockOf(counted) !== undefined;
    return { failed: counted, id: isLocked ? undefined : await insertSignInAttempt(connection, digest, ip) };
  });
  const lock = lockOf(failed);
  if (id === undefined && lock !== undefined) {
    void reply.header("retry-after", String(Math.ceil((lock.until.getTime() - failed.at.getTime()) / 1_000)));
    throw new ProblemError(lock.code, `Locked until ${lock.until.toISOString()} after too many wrong tries.`);
  }
  const identity = { userId: undefined, requestId: reply.request.id, ip };
  return { id: id ?? 0, email, identity, failures: failed.ofAccount + 1, at: failed.at };
}

function lockOf(failed: FailedSignIns) {
  const account = lockedUntil(failed.ofAccount, failed.lastOfAccount, accountLockout);
  if (account && account > failed.at) return { code: "account_locked", until: account } as const;
  const address = lockedUntil(failed.ofAddress, failed.lastOfAddress, addressLockout);
  if (address && address > failed.at) return { code: "too_many_requests", until: address } as const;
  return undefined;
}

/** The one place through which every wrong password or code passes. Whom it locks out is told by mail, once. */
export async function failAttempt(
  auth: Pool,
  { publicUrl }: Pick<ApiSettings, "publicUrl">,
  { email, identity, failures, at }: SignInAttempt,
): Promise<void> {
  const until = lockedUntil(failures, at, accountLockout);
  await asIdentity(auth, identity, async (connection) => {
    const user = await noteSignInFailure(connection, { email, failures, lockedUntil: until });
    await appendAuditNote(connection, { action: "sign_in_failed", kind: "app_user", object: user?.id });
    if (until === undefined || failures !== accountLockout.from || user?.hasPassword !== true) return;
    const data = { lockedUntil: until.toISOString(), link: `${publicUrl}/mot-de-passe` };
    await enqueueMail(connection, { template: "account-locked", to: email, locale: user.locale, data });
  });
}
