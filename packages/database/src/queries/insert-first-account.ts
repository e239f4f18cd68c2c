import type { Role } from "@gtb/domain/access/permission";
import type { Queryable } from "../pool.ts";
import type { OrganisationReference } from "./insert-organisation-links.ts";

export interface FirstAccount {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly organisation: OrganisationReference;
  /** Limited to so many of the organisation's buildings, those declared first; undefined: to none. */
  readonly buildingCount?: number | undefined;
  readonly demonstrator: boolean;
}

/**
 * Adds an account with its role, or gives the one that is there this password, as an operator does who has lost it.
 * Returns the organisation's name; undefined when it is not loaded. One statement, as the database's owner.
 */
export async function insertFirstAccount(
  db: Queryable,
  { name, email, role, organisation: [kind, code], buildingCount, demonstrator }: FirstAccount,
  passwordHash: string,
): Promise<string | undefined> {
  const { rows } = await db.query<{ name: string }>(
    `with o as (select id, name from organisation where kind = $1 and code = $2),
          u as (
            insert into app_user (email, name, password_hash, demonstrator)
            select $3, $4, $5, $6 from o
            on conflict (email) do update
              set password_hash = excluded.password_hash, failed_attempts = 0, locked_until = null, disabled_at = null
            returning id),
          r as (
            insert into user_role (user_id, organisation_id, role, building_ids)
            select u.id, o.id, $7, case when $8::int is not null then (
                     select array_agg(b.id) from (select id from building where organisation_id = o.id order by id limit $8) b) end
              from u, o
             where not exists (select from user_role k
                                where k.user_id = u.id and k.organisation_id = o.id and k.role = $7 and k.valid @> now()))
     select o.name from o`,
    [kind, code, email, name, passwordHash, demonstrator, role, buildingCount ?? null],
  );
  return rows[0]?.name;
}

/** Those of these addresses that have an account. */
export async function listKnownEmails(db: Queryable, emails: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ email: string }>("select email from app_user where email = any($1)", [emails]);
  return rows.map(({ email }) => email);
}

/** Whether somebody who is not shut out administers the agency. */
export async function hasAgencyAdministrator(db: Queryable): Promise<boolean> {
  const { rows } = await db.query<{ has: boolean }>(
    `select exists (select from user_role r join app_user u on u.id = r.user_id and u.disabled_at is null
                     where r.role = 'agency_admin' and r.valid @> now()) as has`,
  );
  return rows[0]?.has ?? false;
}

/** Shuts out whoever was made for the demonstrator, wherever they are signed in; returns how many. */
export async function disableDemonstratorAccounts(db: Queryable): Promise<number> {
  const { rowCount } = await db.query(
    "update app_user set disabled_at = now() where demonstrator and disabled_at is null",
  );
  return rowCount ?? 0;
}
