import type { Queryable } from "../pool.ts";

export interface SignInFailure {
  readonly email: string;
  /** Wrong tries in a row, with this one */
  readonly failures: number;
  readonly lockedUntil: Date | undefined;
}

export interface FailedUser {
  readonly userId: number;
  readonly id: string;
  readonly locale: "fr" | "en";
  readonly hasPassword: boolean;
}

/** Shows on the account, if there is one, how often sign-in failed; resolves with whose it is. As gtb_auth, by index. */
export async function noteSignInFailure(
  db: Queryable,
  { email, failures, lockedUntil }: SignInFailure,
): Promise<FailedUser | undefined> {
  const { rows } = await db.query<FailedUser>(
    `update app_user set failed_attempts = $2, locked_until = $3 where email = $1 and disabled_at is null
     returning id as "userId", uuid as id, locale, password_hash is not null as "hasPassword"`,
    [email, failures, lockedUntil],
  );
  return rows[0];
}
