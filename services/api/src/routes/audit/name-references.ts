import type { Queryable } from "@gtb/database/pool";
import type { AuditEventRow } from "@gtb/database/queries/list-audit-events";
import { type NamedKind, nameAuditReferences } from "@gtb/database/queries/name-audit-references";

type Values = Readonly<Record<string, unknown>>;
interface Named {
  readonly id: string | null;
  readonly name: string | null;
}

/** Columns that hold inner ids, and what of. */
const references: Readonly<Record<string, NamedKind>> = {
  organisation_id: "organisation",
  parent_id: "organisation",
  child_id: "organisation",
  calendar_id: "calendar",
  site_id: "site",
  building_id: "building",
  building_ids: "building",
  zone_id: "zone",
  point_id: "point",
  device_id: "device",
  delivery_point_id: "delivery_point",
  meter_id: "meter",
  parent_meter_id: "meter",
  register_id: "register",
  user_id: "app_user",
  granted_by: "app_user",
  invited_by: "app_user",
};
/** The event's object says which one it is. */
const ownKeys = new Set(["id", "uuid"]);
const notSeen: Named = { id: null, name: null };

/**
 * The same events, in whose before and after inner ids have become uuids and names: `building_id` becomes `building`. Of
 * what is gone by now, or that the caller does not see, both are null.
 */
export async function nameReferences<Event extends Pick<AuditEventRow, "before" | "after">>(
  db: Queryable,
  events: readonly Event[],
): Promise<Event[]> {
  const wanted = new Map<NamedKind, Set<number>>();
  for (const values of events.flatMap(({ before, after }) => [before, after]))
    for (const [key, value] of Object.entries(values ?? {})) collect(wanted, key, value);
  const rows = wanted.size === 0 ? [] : await nameAuditReferences(db, wanted);
  const names = new Map(rows.map(({ kind, innerId, id, name }) => [`${kind} ${innerId}`, { id, name }]));
  return events.map((event) => ({
    ...event,
    before: event.before && withNames(event.before, names),
    after: event.after && withNames(event.after, names),
  }));
}

function collect(wanted: Map<NamedKind, Set<number>>, key: string, value: unknown): void {
  const kind = references[key];
  if (kind === undefined) return;
  const ids = wanted.get(kind) ?? new Set();
  for (const id of [value].flat()) if (typeof id === "number") ids.add(id);
  wanted.set(kind, ids);
}

function withNames(values: Values, names: ReadonlyMap<string, Named>): Values {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      if (ownKeys.has(key)) return [];
      const kind = references[key];
      if (kind === undefined) return [[key, value]];
      const nameOf = (id: unknown) => (id === null ? null : (names.get(`${kind} ${id}`) ?? notSeen));
      const named = Array.isArray(value) ? value.map(nameOf) : nameOf(value);
      return [[key.replace(/_id(s?)$/, "$1"), named]];
    }),
  );
}
