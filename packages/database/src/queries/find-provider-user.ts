import type { Queryable } from "../pool.ts";

export interface ProviderUser {
  readonly userId: number;
  readonly disabled: boolean;
}

export interface ProviderSubject {
  readonly issuer: string;
  readonly subject: string;
}

/** The user whom the provider knows by this subject. As gtb_auth, by index. */
export async function findProviderUser(
  db: Queryable,
  { issuer, subject }: ProviderSubject,
): Promise<ProviderUser | undefined> {
  const { rows } = await db.query<ProviderUser>(
    `select u.id as "userId", u.disabled_at is not null or u.erased_at is not null as disabled
       from user_identity i join app_user u on u.id = i.user_id where i.issuer = $1 and i.subject = $2`,
    [issuer, subject],
  );
  return rows[0];
}
