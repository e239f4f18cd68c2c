import type { Queryable } from "../pool.ts";

/** What is hashed is put together here and hashed by the reader, with no function of the database that could be replaced. */
export interface SealRow {
  readonly id: number;
  readonly previousHash: string;
  readonly count: number;
  readonly eventsDigest: string;
  readonly sealedAt: Date;
  readonly hash: string;
  /** What `hash` is of */
  readonly line: string;
}

export interface SealedEventRow {
  readonly id: number;
  readonly uuid: string;
  /** Null: not sealed yet */
  readonly seal: number | null;
  readonly line: string;
  readonly contentDigest: string | null;
  readonly originDigest: string | null;
  /** Null: erased, or there never was any */
  readonly content: string | null;
  readonly contentSalt: Buffer | null;
  readonly origin: string | null;
  readonly originSalt: Buffer | null;
}

/** The next seals after one, in order. */
export async function readAuditSeals(db: Queryable, after: number, limit: number): Promise<SealRow[]> {
  const { rows } = await db.query<SealRow>(
    `select id, encode(previous_hash, 'hex') as "previousHash", count, encode(events_digest, 'hex') as "eventsDigest",
            sealed_at as "sealedAt", encode(hash, 'hex') as hash,
            jsonb_build_array(id, encode(previous_hash, 'hex'), from_id, to_id, count,
              (extract(epoch from newest_at) * 1000000)::bigint, encode(events_digest, 'hex'),
              (extract(epoch from sealed_at) * 1000000)::bigint)::text as line
       from audit_seal where id > $1 order by id limit $2`,
    [after, limit],
  );
  return rows;
}

const eventColumns = `e.id, e.uuid, e.seal,
  jsonb_build_array(e.id, e.uuid, (extract(epoch from e.at) * 1000000)::bigint, e.actor, e.service, e.request_id, e.action,
    e.object_kind, e.object, e.subject, e.organisation_id, encode(e.content_digest, 'hex'), encode(e.origin_digest, 'hex'))::text as line,
  encode(e.content_digest, 'hex') as "contentDigest", encode(e.origin_digest, 'hex') as "originDigest",
  c.salt as "contentSalt", case when c.event_id is not null then jsonb_build_array(c.name, c.before, c.after)::text end as content,
  o.salt as "originSalt", case when o.event_id is not null then jsonb_build_array(o.ip, o.via)::text end as origin`;
const eventTables = `audit_event e left join audit_content c on c.event_id = e.id left join audit_origin o on o.event_id = e.id`;

/** Events of the seals from `first` to `last`, in the order in which they were hashed. Uses the index on the seal. */
export async function readSealedEvents(db: Queryable, first: number, last: number): Promise<SealedEventRow[]> {
  const { rows } = await db.query<SealedEventRow>(
    `select ${eventColumns} from ${eventTables} where e.seal between $1 and $2 order by e.seal, e.id`,
    [first, last],
  );
  return rows;
}

/** Events after one that wait for their seal, by id. */
export async function readUnsealedEvents(db: Queryable, after: number, limit: number): Promise<SealedEventRow[]> {
  const { rows } = await db.query<SealedEventRow>(
    `select ${eventColumns} from ${eventTables} where e.seal is null and e.id > $1 order by e.id limit $2`,
    [after, limit],
  );
  return rows;
}

/** How many events claim to be sealed: more than the seals account for were smuggled in. Reads one index whole. */
export async function countSealedEvents(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ count: number }>("select count(*) from audit_event where seal is not null");
  return rows[0]?.count ?? 0;
}

export interface RemovalRow {
  readonly kind: "audit_event" | "audit_content";
  readonly after: Readonly<Record<string, unknown>>;
}

/** What the chain itself says was erased and retired. */
export async function readAuditRemovals(db: Queryable): Promise<RemovalRow[]> {
  const { rows } = await db.query<RemovalRow>(
    `select e.object_kind as kind, c.after from audit_event e join audit_content c on c.event_id = e.id
      where e.action = 'removed' and e.object_kind in ('audit_event', 'audit_content') and jsonb_typeof(c.after) = 'object'
      order by e.id`,
  );
  return rows;
}

/** Uuid of an event about a person under a pseudonym that is said to be somebody else's by now; undefined: none. */
export async function findMisledPseudonym(db: Queryable): Promise<string | undefined> {
  const { rows } = await db.query<{ uuid: string }>(
    `select e.uuid from audit_pseudonym p
       join audit_event e on e.object = p.pseudonym and e.object_kind = 'app_user' and e.action = 'created'
       join audit_content c on c.event_id = e.id
      where c.after ->> 'id' is distinct from p.user_id::text limit 1`,
  );
  return rows[0]?.uuid;
}
