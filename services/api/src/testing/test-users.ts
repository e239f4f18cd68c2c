import { randomBytes } from "node:crypto";
import type { Pool } from "@gtb/database/pool";
import { actions, type Role } from "@gtb/domain/access/permission";
import { apiTokenPrefix } from "../access/caller.ts";
import { digestOf } from "../access/secret-token.ts";

export interface TestUser {
  readonly userId: number;
  readonly uuid: string;
  readonly email: string;
  /** Of an API token with every scope. */
  readonly token: string;
}

/** The agency of a test's database; the same however often it is asked for. */
export async function ensureAgency(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ id: number }>(
    `insert into organisation (kind, code, name) values ('agency', 'agence-test', 'Agence d''essai')
     on conflict (kind, code) do update set name = excluded.name returning id`,
  );
  return rows[0]?.id ?? 0;
}

/** A user with one role, and a token to call with. `buildings`: inner ids that the role is limited to. */
export async function createTestUser(
  pool: Pool,
  role: Role,
  organisationId: number,
  buildings: readonly number[] | null = null,
): Promise<TestUser> {
  const email = `${role.replaceAll("_", "-")}-${randomBytes(4).toString("hex")}@exemple.fr`;
  const token = `${apiTokenPrefix}${randomBytes(16).toString("hex")}`;
  const { rows } = await pool.query<{ id: number; uuid: string }>(
    `with u as (insert into app_user (email, name) values ($1, $1) returning id, uuid),
          r as (insert into user_role (user_id, organisation_id, role, building_ids) select id, $2, $3, $4 from u),
          t as (insert into api_token (user_id, name, token_digest, hint, scopes, expires_at)
                select id, 'test', $5, 'gtb_', $6, now() + interval '1 day' from u)
     select id, uuid from u`,
    [email, organisationId, role, buildings, digestOf(token), actions],
  );
  return { userId: rows[0]?.id ?? 0, uuid: rows[0]?.uuid ?? "", email, token };
}
