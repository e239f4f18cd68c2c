import type { Account } from "@gtb/database/queries/find-account";
import { hashPassword, verifyPassword } from "@gtb/service-kit/password";
import { newSecret } from "./secret-token.ts";

/** Nobody's: looking at it takes as long as at somebody's, so that time does not tell who has an account. */
const nobodysDigest = hashPassword(newSecret(""));

/** The account, if it is its password; undefined as late for an account that is not there, or that has no password. */
export async function proveAccount(account: Account | undefined, password: string): Promise<Account | undefined> {
  const digest = account?.passwordHash ?? (await nobodysDigest);
  const fits = await verifyPassword(digest, password);
  return fits && digest === account?.passwordHash ? account : undefined;
}
