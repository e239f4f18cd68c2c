import type { Queryable } from "../pool.ts";

/**
 * The identity's own administrator's roles (uuids) that nobody else holds in the same organisation who can sign in. Locks
 * all of that kind until the end of the transaction, so that of two who leave at once the second is asked after the first.
 */
export async function listSoleRoles(db: Queryable): Promise<string[]> {
  const administrators = "('agency_admin', 'organisation_admin')";
  const { rows } = await db.query<{ id: string }>(
    `with held as materialized (
       select r.uuid, r.user_id, r.organisation_id, r.role
         from user_role r
        where r.role in ${administrators} and r.valid @> now()
          and r.organisation_id in (
            select m.organisation_id from user_role m
             where m.user_id = current_user_id() and m.role in ${administrators} and m.valid @> now())
        order by r.id for update)
     select mine.uuid as id from held mine
      where mine.user_id = current_user_id()
        and not exists (
          select from held other join app_user u on u.id = other.user_id and u.disabled_at is null
           where (other.organisation_id, other.role) = (mine.organisation_id, mine.role)
             and other.user_id <> mine.user_id)`,
  );
  return rows.map(({ id }) => id);
}
