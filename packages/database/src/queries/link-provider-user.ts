import type { Queryable } from "../pool.ts";
import type { ProviderSubject, ProviderUser } from "./find-provider-user.ts";

export interface NewProviderUser extends ProviderSubject {
  /** Verified: it decides whose account this is. */
  readonly email: string;
  readonly name: string;
}

/**
 * Links the provider's subject with the account of its address, which is made where there is none. Two who come at once
 * get the same account. As gtb_auth, by index.
 */
export async function linkProviderUser(db: Queryable, user: NewProviderUser): Promise<ProviderUser> {
  const { rows } = await db.query<ProviderUser>(
    `insert into app_user (email, name) values ($1, $2)
     on conflict (email) do update set email = excluded.email
     returning id as "userId", disabled_at is not null or erased_at is not null as disabled`,
    [user.email, user.name],
  );
  const [found] = rows;
  if (found === undefined) throw new Error("an upsert without a row");
  if (!found.disabled) {
    await db.query(
      "insert into user_identity (user_id, issuer, subject) values ($1, $2, $3) on conflict (issuer, subject) do nothing",
      [found.userId, user.issuer, user.subject],
    );
  }
  return found;
}
