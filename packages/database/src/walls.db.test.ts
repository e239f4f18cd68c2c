import { randomBytes } from "node:crypto";
import { createTestDatabase } from "@gtb/infra/test-database";
import { afterAll, describe, expect, test } from "vitest";
import { type Identity, readingAs } from "./identity.ts";
import { createPool, type Pool } from "./pool.ts";
import { serviceRoles } from "./queries/give-login.ts";
import { syncPermissions } from "./queries/sync-permissions.ts";
import { fillOrganisation } from "./testing/full-organisation.ts";
import { digestRows, idsOf } from "./testing/organisation-rows.ts";

const { databaseUrl } = await createTestDatabase();
const pool = createPool({ databaseUrl, applicationName: "walls" });
await syncPermissions(pool);
await pool.query(
  "insert into device_type (id, vendor, models, report_every_minutes) values ('milesight-em300-th', 'v', '{m}', 10)",
);
const ours = await fillOrganisation(pool, { mark: "Zqours", code: "27901", value: 1111.11 });
const other = await fillOrganisation(pool, { mark: "Zqother", code: "27902", value: 4242.42 });
// Each declares a device of the other's: the first declaration stands.
await pool.query(
  `insert into device (organisation_id, dev_eui, device_type_id, name)
   select $1, dev_eui, device_type_id, 'Zqours copie' from device where organisation_id = $2 order by id limit 1`,
  [ours.id, other.id],
);
const otherRows = await digestRows(pool, other.id);
const otherIds = [...(await idsOf(pool, other.id)).values()].flat();
const secrets = [other.mark, other.mark.toLowerCase(), "4242.42", ...otherIds];

const administrators = await pool.query<{ id: number; organisation: number }>(
  "select user_id as id, organisation_id as organisation from user_role where role = 'organisation_admin'",
);
const administratorOf = (organisation: number) =>
  administrators.rows.find((row) => row.organisation === organisation)?.id ?? 0;
const identity = (userId: number | undefined): Identity => ({ userId, requestId: "walls" });
const us = identity(administratorOf(ours.id));

const opened: Pool[] = [];
function poolOf(role: string, url = databaseUrl): Pool {
  const made = createPool({
    databaseUrl: url,
    applicationName: role,
    ...(url === databaseUrl && { session: { role } }),
  });
  opened.push(made);
  return made;
}
const asRole = new Map(serviceRoles.map((role) => [role as string, poolOf(role)]));
const api = asRole.get("gtb_api") as Pool;
afterAll(async () => {
  await Promise.all([...opened, pool].map((one) => one.end()));
});

interface Relation {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Tables and views of ours, with the columns that the role may read. */
async function relationsFor(role: string): Promise<Relation[]> {
  const { rows } = await pool.query<Relation>(
    `select format('%I.%I', n.nspname, c.relname) as name,
            coalesce(array_agg(quote_ident(a.attname)) filter (where has_column_privilege($1, c.oid, a.attnum, 'select')), '{}') as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where n.nspname in ('public', 'tenant', 'reporting') and c.relkind in ('r', 'p', 'v')
      group by 1 order by 1`,
    [role],
  );
  return rows;
}

const everything = await relationsFor("gtb_api");
const readable = everything.filter(({ columns }) => columns.length > 0);

async function readAll(from: Pool, who: Identity, { name, columns }: Relation): Promise<string> {
  const { rows } = await readingAs(from, who, (db) =>
    db.query<{ rows: string }>(
      `select coalesce(json_agg(t), '[]')::text as rows from (select ${columns.join(", ")} from ${name}) t`,
    ),
  );
  return rows[0]?.rows ?? "";
}

const traces = (text: string) => secrets.filter((secret) => text.includes(secret));

describe("as gtb_api", () => {
  test("the other organisation is there: its own administrator sees it everywhere that we do", async () => {
    const them = identity(administratorOf(other.id));
    const blind = await Promise.all(
      readable.map(async (relation) => {
        const mine = (await readAll(api, us, relation)).includes("Zqours");
        const theirs = (await readAll(api, them, relation)).includes(other.mark);
        return mine === theirs ? [] : [relation.name];
      }),
    );
    expect(blind.flat()).toEqual([]);
  });

  test.each(readable)("$name: no row of the other organisation", async (relation) => {
    for (const who of [us, identity(undefined), identity(0), identity(-1), { ...us, scopes: ["data:read"] }])
      expect(traces(await readAll(api, who, relation))).toEqual([]);
  });

  test.each(readable)("$name: nothing of anybody without an identity", async (relation) => {
    expect(await readAll(api, identity(undefined), relation)).not.toMatch(/Zq(ours|other)|1111\.11|4242\.42/i);
  });

  test.each(everything.filter(({ columns }) => columns.length === 0))("$name: refused", async ({ name }) => {
    await expect(readingAs(api, us, (db) => db.query(`select from ${name} limit 1`))).rejects.toMatchObject({
      code: "42501",
    });
  });

  test("hypertables are refused, and reached through their walled views", async () => {
    const { rows } = await pool.query<{ name: string }>(
      "select hypertable_name as name from timescaledb_information.hypertables",
    );
    expect(rows.length).toBeGreaterThan(4);
    for (const { name } of rows) {
      await expect(readingAs(api, us, (db) => db.query(`select from public.${name} limit 1`))).rejects.toMatchObject({
        code: "42501",
      });
      const walled = { name: `tenant.${name}`, columns: ["*"] };
      expect(JSON.parse(await readAll(api, us, walled))).not.toEqual([]);
    }
  });
});

test("the newest readings, by a function that runs as another: of our points only", async () => {
  const points = await pool.query<{ id: number }>("select id from point");
  const latest = (who: Identity) =>
    readingAs(api, who, (db) =>
      db.query("select * from tenant.latest_readings($1, '2020-01-01')", [points.rows.map(({ id }) => id)]),
    );
  expect(new Set((await latest(us)).rows.map(({ value }) => value))).toEqual(new Set([1111.11]));
  expect((await latest(identity(undefined))).rows).toEqual([]);
});

const withOrganisation = (
  await pool.query<{ name: string; secured: boolean; columns: string[] }>(
    `select c.relname as name, c.relrowsecurity as secured,
            array_agg(quote_ident(b.attname)) filter (where b.attidentity = '' and b.attgenerated = '' and b.attname <> 'uuid'
                                                        and has_column_privilege('gtb_api', c.oid, b.attnum, 'insert')) as columns
       from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
       join pg_attribute b on b.attrelid = c.oid and b.attnum > 0 and not b.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') group by c.oid, c.relname order by c.relname`,
  )
).rows;

describe.each(withOrganisation)("the table $name", ({ name, secured, columns }) => {
  test("has row-level security, or is no service's to read", async () => {
    const { rows } = await pool.query<{ role: string }>(
      `select r as role from unnest($1::text[]) r where has_any_column_privilege(r, $2, 'select, insert, update')`,
      [[...serviceRoles, "gtb_reporting", "gtb_grafana"], `public.${name}`],
    );
    expect(secured || rows.length === 0).toBe(true);
  });

  test("takes no row for the other organisation, and gives up none of its", async () => {
    const added = columns ?? [];
    if (added.length > 0) {
      const row = await pool.query<{ row: object }>(
        `select to_jsonb(t) as row from ${name} t where organisation_id = $1 limit 1`,
        [other.id],
      );
      const list = added.join(", ");
      const insert = asUs((db) =>
        db.query(
          `insert into public.${name} (${list}) select ${list} from jsonb_populate_record(null::public.${name}, $1)`,
          [row.rows[0]?.row],
        ),
      );
      await expect(insert).rejects.toMatchObject({ code: "42501" });
    }
    for (const sql of [
      `update public.${name} set organisation_id = organisation_id where organisation_id = ${other.id}`,
      `update public.${name} set organisation_id = ${other.id} where organisation_id = ${ours.id}`,
      `delete from public.${name} where organisation_id = ${other.id}`,
    ])
      expect(await outcomeOf(sql)).toMatch(/^(0 rows|42501)$/);
    expect(await digestRows(pool, other.id)).toEqual(otherRows);
  });
});

/** Whatever it changed is undone. */
async function asUs<T>(work: (db: Pool) => Promise<T>): Promise<T> {
  const connection = await api.connect();
  try {
    await connection.query("begin");
    await connection.query("select set_config('gtb.user_id', $1, true)", [String(us.userId)]);
    return await work(connection as unknown as Pool);
  } finally {
    await connection.query("rollback");
    connection.release();
  }
}

async function outcomeOf(sql: string): Promise<string> {
  return asUs((db) => db.query(sql)).then(
    ({ rowCount }) => `${rowCount} rows`,
    (error: { code?: string }) => String(error.code),
  );
}

describe.each(serviceRoles)("the role %s", (role) => {
  test("owns nothing and cannot bypass", async () => {
    const { rows } = await pool.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
              (select count(*) from pg_class where relowner = r.oid) + (select count(*) from pg_proc where proowner = r.oid) as owned,
              (select count(*) from pg_auth_members where member = r.oid) as memberships
         from pg_roles r where rolname = $1`,
      [role],
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0, memberships: 0 },
    ]);
  });

  test("reads what it was granted, and nothing else", async () => {
    const relations = await relationsFor(role);
    const from = asRole.get(role) as Pool;
    const refused = relations.filter(({ columns }) => columns.length === 0);
    for (const { name } of refused)
      await expect(from.query(`select from ${name} limit 1`)).rejects.toMatchObject({ code: "42501" });
    const secret = relations.filter(({ name, columns }) => columns.some((column) => isSecret(name, column)));
    expect(secret.map(({ name }) => name)).toEqual(role === "gtb_auth" ? secretTables : []);
  });
});

const secretTables = [
  "public.api_token",
  "public.app_user",
  "public.invitation",
  "public.password_reset",
  "public.session",
];
const isSecret = (table: string, column: string) =>
  secretTables.includes(table) && /^(password_hash|totp_secret|token_digest|csrf_digest)$/.test(column);

test("jobs and ingestion see no people, the one no energy of the other", async () => {
  const names = async (role: string) =>
    (await relationsFor(role)).filter(({ columns }) => columns.length > 0).map(({ name }) => name);
  for (const role of ["gtb_ingestion", "gtb_jobs"])
    expect(
      (await names(role)).filter((name) =>
        /user|session|token|invitation|password|sign_in|audit_(content|origin)/.test(name),
      ),
    ).toEqual([]);
  expect(await names("gtb_ingestion")).not.toContain("public.consumption");
});

describe("a login of Grafana", async () => {
  const login = `gtb_grafana_${randomBytes(4).toString("hex")}`;
  const password = randomBytes(16).toString("hex");
  await pool.query(`create role ${login} login password '${password}' in role gtb_grafana`);
  await pool.query("insert into grafana_login (role_name, organisation_id) values ($1, $2)", [login, ours.id]);
  const url = new URL(databaseUrl);
  url.username = login;
  url.password = password;
  const grafana = poolOf(login, url.href);
  const views = (await relationsFor(login)).filter(({ columns }) => columns.length > 0);
  afterAll(async () => {
    await pool.query(`delete from grafana_login where role_name = '${login}'`);
    await pool.query(`drop role ${login}`);
  });

  test("reads views of `reporting` only", () => {
    expect(views.length).toBeGreaterThan(9);
    expect(views.filter(({ name }) => !name.startsWith("reporting."))).toEqual([]);
  });

  test.each(views)("$name: its own organisation's rows, whoever it claims to be", async (view) => {
    const rows = await readAll(grafana, identity(undefined), view);
    expect(JSON.parse(rows)).not.toEqual([]);
    expect(traces(rows)).toEqual([]);
    for (const claimed of [administratorOf(other.id), administratorOf(ours.id), 0])
      expect(await readAll(grafana, identity(claimed), view)).toBe(rows);
  });

  test("hears what stands, not what was only declared", async () => {
    const { rows } = await grafana.query("select last_uplink_at from reporting.device where device = 'Zqours copie'");
    expect(rows).toEqual([{ last_uplink_at: null }]);
    const heard = await grafana.query<{ eui: string }>("select distinct dev_eui as eui from reporting.uplink");
    expect(heard.rows.map(({ eui }) => eui).sort()).toEqual(ours.devEuis.toSorted());
  });

  test("reads no table, and changes nothing", async () => {
    for (const sql of [
      "select from public.building",
      "select from public.reading",
      "select from tenant.reading",
      "delete from reporting.event_reject",
    ])
      await expect(grafana.query(sql)).rejects.toMatchObject({ code: "42501" });
  });
});
