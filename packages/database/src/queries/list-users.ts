import type { Queryable } from "../pool.ts";

export interface UserRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly locale: "fr" | "en";
  readonly secondFactor: boolean;
  readonly lockedUntil: Date | null;
  readonly disabled: boolean;
  readonly createdAt: Date;
}

export interface UserFilter {
  /** uuid: those with a role there now */
  readonly organisation?: string | undefined;
  /** Part of the name or the address, whatever the case. */
  readonly search?: string | undefined;
  readonly after?: { readonly name: string; readonly id: string } | undefined;
  readonly limit: number;
}

export const userColumns = `u.uuid as id, u.email, u.name, u.locale, u.totp_confirmed_at is not null as "secondFactor",
  case when u.locked_until > now() then u.locked_until end as "lockedUntil", u.disabled_at is not null as disabled,
  u.created_at as "createdAt"`;

/** The users that the identity sees, by name, without the erased. Reads all of them: some thousands at most. */
export async function listUsers(db: Queryable, filter: UserFilter): Promise<UserRow[]> {
  const { rows } = await db.query<UserRow>(
    `select ${userColumns}
       from app_user u
      where u.erased_at is null
        and ($1::uuid is null or exists (
              select from user_role r join organisation o on o.id = r.organisation_id
               where r.user_id = u.id and r.valid @> now() and o.uuid = $1))
        and ($2::text is null or strpos(lower(u.name), lower($2)) > 0 or strpos(u.email, lower($2)) > 0)
        and ($3::text is null or (u.name collate "fr-x-icu", u.uuid) > ($3, $4::uuid))
      order by u.name collate "fr-x-icu", u.uuid limit $5`,
    [filter.organisation, filter.search, filter.after?.name, filter.after?.id, filter.limit],
  );
  return rows;
}
