import type { Queryable } from "../pool.ts";

export type AuditAction = "created" | "changed" | "removed" | "read" | "signed_in" | "sign_in_failed" | "signed_out";

export interface AuditEventRow {
  readonly id: string;
  readonly at: Date;
  /** `at` in ISO 8601 with its microseconds, which a Date would lose. */
  readonly atText: string;
  readonly actor: { readonly id: string | null; readonly name: string };
  readonly via: string | null;
  readonly ip: string | null;
  readonly requestId: string | null;
  readonly action: AuditAction;
  readonly object: { readonly kind: string; readonly id: string | null; readonly name: string | null };
  readonly organisation: { readonly id: string; readonly name: string } | null;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly erased: boolean;
}

export interface AuditFilter {
  readonly organisation?: string | undefined;
  /** Uuid of a person who did something. */
  readonly actor?: string | undefined;
  /** Uuid of a thing, or of a person: then also what is about them, such as their roles. */
  readonly object?: string | undefined;
  readonly kind?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  readonly after?: { readonly atText: string; readonly id: string } | undefined;
  readonly limit: number;
}

const filtered = `($2::uuid is null or e.actor = (select audit_pseudonym_by($2)))
  and ($3::uuid is null or e.object = $3 or e.subject = (select audit_pseudonym_by($3)))
  and ($4::text is null or e.object_kind = $4)
  and ($5::timestamptz is null or e.at >= $5)
  and ($6::timestamptz is null or e.at < $6)
  and ($7::timestamptz is null or (e.at, e.uuid) < ($7, $8::uuid))`;
const newestFirst = "order by e.at desc, e.uuid desc limit $9";

/** By what was asked: the index on the actor, the object, or time where the whole platform is reached. */
const straight = `select e.* from audit_event e
  where ($1::uuid is null or e.organisation_id = (select id from organisation where uuid = $1)) and ${filtered} ${newestFirst}`;

/** From the index of each organisation that is reached, and the platform's own: nobody else's events are walked. */
const byOrganisation = `
  select e.* from reached_organisations('audit:read') o (id)
    cross join lateral (select e.* from audit_event e where e.organisation_id = o.id and ${filtered} ${newestFirst}) e
   where $1::uuid is null or o.id = (select id from organisation where uuid = $1)
  union all
  (select e.* from audit_event e where $1::uuid is null and e.organisation_id is null and ${filtered} ${newestFirst})`;

/**
 * Events that the identity may see, the newest first. Walks the index that fits until the page is full; a kind that is
 * rare among many events walks far.
 */
export async function listAuditEvents(db: Queryable, filter: AuditFilter): Promise<AuditEventRow[]> {
  const { organisation, actor, object, kind, from, to, after, limit } = filter;
  const source = actor !== undefined || object !== undefined ? straight : byOrganisation;
  const { rows } = await db.query<AuditEventRow>(
    `select e.uuid as id, e.at, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "atText",
            jsonb_build_object('id', who.id, 'name', coalesce(who.name, '#' || left(e.actor::text, 8), e.service)) as actor,
            i.via, i.ip, e.request_id as "requestId", e.action,
            jsonb_build_object('kind', e.object_kind, 'name', c.name,
              'id', case when e.object = e.subject then about.id else e.object end) as object,
            case when o.id is not null then jsonb_build_object('id', o.uuid, 'name', o.name) end as organisation,
            c.before, c.after, e.content_digest is not null and c.event_id is null as erased
       from (select e.* from (${source}) e ${newestFirst}) e
       left join audit_content c on c.event_id = e.id
       left join audit_origin i on i.event_id = e.id
       left join organisation o on o.id = e.organisation_id
       left join lateral audit_person(e.actor) who on true
       left join lateral audit_person(e.subject) about on true
      order by e.at desc, e.uuid desc`,
    [organisation, actor, object, kind, from, to, after?.atText, after?.id, limit],
  );
  return rows;
}
