import type { Role } from "@gtb/domain/access/permission";
import type { Connection } from "../pool.ts";

export interface ProviderRole {
  readonly role: Role;
  readonly kind: string;
  readonly code: string;
}

/**
 * Gives the roles that the provider's claims say, and ends those that it gave before and says no more; roles given by
 * people stay as they are. Organisations that are not here are passed over. As gtb_auth, in a transaction: the user's
 * row is locked, so that two sign-ins of one user follow each other. By index.
 */
export async function syncProviderRoles(
  connection: Connection,
  userId: number,
  wanted: readonly ProviderRole[],
): Promise<void> {
  await connection.query("select from app_user where id = $1 for update", [userId]);
  const values = [userId, JSON.stringify(wanted)];
  const wantedRoles = `select distinct o.id as organisation_id, w.role
     from jsonb_to_recordset($2::jsonb) as w (role text, kind text, code text)
     join organisation o on o.kind = w.kind and o.code = w.code`;
  await connection.query(
    `with wanted as (${wantedRoles})
     update user_role r set valid = tstzrange(lower(r.valid), now())
      where r.user_id = $1 and r.from_provider and r.valid @> now()
        and not exists (select from wanted w where w.organisation_id = r.organisation_id and w.role = r.role)`,
    values,
  );
  await connection.query(
    `with wanted as (${wantedRoles})
     insert into user_role (user_id, organisation_id, role, from_provider)
     select $1, w.organisation_id, w.role, true from wanted w
      where not exists (select from user_role r
                         where r.user_id = $1 and r.organisation_id = w.organisation_id and r.role = w.role
                           and r.valid && tstzrange(now(), null))`,
    values,
  );
}
