import type { Pool } from "../pool.ts";

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

async function tablesOf(pool: Pool): Promise<Table[]> {
  const { rows } = await pool.query<Table>(
    `select c.relname as name, array_agg(a.attname::text) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') group by c.relname order by c.relname`,
  );
  return rows;
}

const people = "(select user_id from user_role where organisation_id = $1)";
/** How rows belong to an organisation (`$1`), by the column that says so; the first that a table has counts. */
const belonging: readonly (readonly [column: string, condition: string])[] = [
  ["organisation_id", "organisation_id = $1"],
  ["parent_id", "parent_id = $1 or child_id = $1"],
  ["user_id", `user_id in ${people}`],
  ["device_id", "device_id in (select id from device where organisation_id = $1)"],
  ["point_id", "point_id in (select id from point where organisation_id = $1)"],
  ["register_id", "register_id in (select id from register where organisation_id = $1)"],
  ["station_id", "station_id in (select id from station where organisation_id = $1)"],
  ["dev_eui", "dev_eui in (select dev_eui from device where organisation_id = $1)"],
  ["gateway_eui", "gateway_eui in (select gateway_eui from gateway where organisation_id = $1)"],
];

function conditionOf({ name, columns }: Table): string | undefined {
  if (name === "organisation") return "id = $1";
  if (name === "app_user") return `id in ${people}`;
  return belonging.find(([column]) => columns.includes(column))?.[1];
}

/** What is in URLs under another word than its table's. */
const words: Readonly<Record<string, string>> = {
  app_user: "user",
  user_role: "role",
  api_token: "token",
  organisation_link: "link",
};

/** The ids (uuids) of all that an organisation has, by kind: `building`, `deliveryPoint`, … */
export async function idsOf(pool: Pool, organisation: number): Promise<Map<string, string[]>> {
  const ids = new Map<string, string[]>();
  for (const table of await tablesOf(pool)) {
    const condition = conditionOf(table);
    if (condition === undefined || !table.columns.includes("uuid") || table.name.startsWith("audit")) continue;
    const { rows } = await pool.query<{ uuid: string }>(`select uuid from ${table.name} where ${condition}`, [
      organisation,
    ]);
    const word = words[table.name] ?? table.name;
    ids.set(
      word.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
      rows.map(({ uuid }) => uuid),
    );
  }
  return ids;
}

/** Changed by whoever tries to sign in, or by the organisation's own doing. */
const moving = ["failed_attempts", "locked_until", "last_seen_at", "last_used_at"];
/** What others may cause: a mail to reset a password is asked for by anyone; the audit notes who looked. */
const left = /^(audit_|password_reset$)/;

/** A digest of all rows of an organisation, by table; of a table without any: undefined. */
export async function digestRows(pool: Pool, organisation: number): Promise<Record<string, string | null>> {
  const digests: Record<string, string | null> = {};
  for (const table of await tablesOf(pool)) {
    const condition = conditionOf(table);
    if (condition === undefined || left.test(table.name)) continue;
    const { rows } = await pool.query<{ digest: string | null }>(
      `select md5(string_agg(line, E'\\n' order by line)) as digest
         from (select (to_jsonb(t) - $2::text[])::text as line from ${table.name} t where ${condition}) l`,
      [organisation, moving],
    );
    digests[table.name] = rows[0]?.digest ?? null;
  }
  return digests;
}
