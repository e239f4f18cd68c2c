import type { Queryable } from "../pool.ts";

/** Tables that rows of others refer to by inner id, and the column by which people know their rows. */
const named = {
  organisation: "name",
  calendar: "name",
  site: "name",
  building: "name",
  zone: "name",
  point: "name",
  device: "name",
  delivery_point: "number",
  meter: "name",
  register: "name",
  app_user: "name",
} as const;
export type NamedKind = keyof typeof named;
const kinds = Object.keys(named) as NamedKind[];

export interface AuditReferenceRow {
  readonly kind: NamedKind;
  readonly innerId: number;
  readonly id: string;
  readonly name: string;
}

/** What rows are called today, of those that are there and that the identity sees. One look by key for each. */
export async function nameAuditReferences(
  db: Queryable,
  ids: ReadonlyMap<NamedKind, ReadonlySet<number>>,
): Promise<AuditReferenceRow[]> {
  const { rows } = await db.query<AuditReferenceRow>(
    kinds
      .map(
        (kind, index) =>
          `select '${kind}' as kind, id as "innerId", uuid as id, ${named[kind]} as name from ${kind} where id = any($${index + 1}::bigint[])`,
      )
      .join(" union all "),
    kinds.map((kind) => [...(ids.get(kind) ?? [])]),
  );
  return rows;
}
