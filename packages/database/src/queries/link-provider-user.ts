import type { Queryable } from "../pool.ts";
import type { ProviderSubject, ProviderUser } from "./find-provider-user.ts";

export interface NewProviderUser extends ProviderSubject {
  /** Verified: it decides whose account this is. */
  readonly email: string;
  readonly name: string;
}

/**
 * Links the provider's subject with the account of its address, which is made where there is none. Two who come at once
 * get the same account. As gtb_auth, in a transaction; by index.
 */
export async function linkProviderUser(db: Queryable, user: NewProviderUser): Promise<ProviderUser> {
  // Made by somebody else since the statement began, it is neither made nor seen: the next statement sees it.
  const account = (await findOrMake(db, user)) ?? (await findOrMake(db, user));
  if (account === undefined) throw new Error("an account neither made nor found");
  if (!account.disabled) {
    await db.query(
      "insert into user_identity (user_id, issuer, subject) values ($1, $2, $3) on conflict (issuer, subject) do nothing",
      [account.userId, user.issuer, user.subject],
    );
  }
  return account;
}

async function findOrMake(db: Queryable, { email, name }: NewProviderUser): Promise<ProviderUser | undefined> {
  const { rows } = await db.query<ProviderUser>(
    `with made as (
       insert into app_user (email, name) values ($1, $2) on conflict (email) do nothing returning id as "userId")
     select "userId", false as disabled from made
     union all
     select id, disabled_at is not null or erased_at is not null from app_user where email = $1`,
    [email, name],
  );
  return rows[0];
}
