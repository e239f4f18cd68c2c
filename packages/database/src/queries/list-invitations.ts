import type { Role } from "@gtb/domain/access/permission";
import type { Queryable } from "../pool.ts";
import type { NamedReferenceRow } from "./list-buildings.ts";

export interface InvitationRow {
  readonly id: string;
  readonly email: string;
  readonly organisation: NamedReferenceRow;
  readonly role: Role;
  readonly buildings: NamedReferenceRow[] | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly state: "waiting" | "accepted" | "withdrawn" | "over";
}

export interface InvitationFilter {
  /** uuid */
  readonly id?: string | undefined;
  /** uuid */
  readonly organisation?: string | undefined;
  readonly after?: { readonly createdAt: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Invitations that the identity sees, the newest first. Reads all of the organisations that it administers. */
export async function listInvitations(db: Queryable, filter: InvitationFilter): Promise<InvitationRow[]> {
  const { rows } = await db.query<InvitationRow>(
    `select v.uuid as id, v.email, v.role, jsonb_build_object('id', o.uuid, 'name', o.name) as organisation,
            case when v.building_ids is not null then (
              select coalesce(jsonb_agg(jsonb_build_object('id', b.uuid, 'name', b.name) order by b.name collate "fr-x-icu", b.id), '[]')
                from building b where b.id = any (v.building_ids)) end as buildings,
            v.created_at as "createdAt", v.expires_at as "expiresAt",
            case when v.accepted_at is not null then 'accepted' when v.revoked_at is not null then 'withdrawn'
                 when v.expires_at <= now() then 'over' else 'waiting' end as state
       from invitation v join organisation o on o.id = v.organisation_id
      where ($1::uuid is null or v.uuid = $1) and ($2::uuid is null or o.uuid = $2)
        and ($3::timestamptz is null or (date_trunc('milliseconds', v.created_at), v.uuid) < ($3, $4::uuid))
      order by date_trunc('milliseconds', v.created_at) desc, v.uuid desc limit $5`,
    [filter.id, filter.organisation, filter.after?.createdAt, filter.after?.id, filter.limit],
  );
  return rows;
}
