import { createTestDatabase } from "@gtb/infra/test-database";
import { afterAll, expect, test } from "vitest";
import { asIdentity } from "./identity.ts";
import { createPool, type Pool } from "./pool.ts";
import { syncPermissions } from "./queries/sync-permissions.ts";
import { fillOrganisation } from "./testing/full-organisation.ts";

const { databaseUrl } = await createTestDatabase();
const pool = createPool({ databaseUrl, applicationName: "function-rights" });
const opened: Pool[] = [pool];
function poolOf(role: string): Pool {
  const made = createPool({ databaseUrl, applicationName: role, session: { role } });
  opened.push(made);
  return made;
}
afterAll(async () => {
  await Promise.all(opened.map((one) => one.end()));
});
await syncPermissions(pool);
await pool.query(
  "insert into device_type (id, vendor, models, report_every_minutes) values ('milesight-em300-th', 'v', '{m}', 10)",
);
const { devEuis } = await fillOrganisation(pool, { mark: "Zqours", code: "27901", value: 1 });

test("nobody but the owner puts on a table of their own what runs as the owner for a trigger", async () => {
  const { rows } = await pool.query<{ name: string }>(
    `select p.oid::regprocedure::text as name
       from pg_proc p cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
      where p.pronamespace in ('public'::regnamespace, 'tenant'::regnamespace, 'reporting'::regnamespace)
        and p.prosecdef and p.prorettype = 'trigger'::regtype and a.grantee <> p.proowner`,
  );
  expect(rows).toEqual([]);
});

test("ingestion cannot let a device of its choice stand for a devEUI", async () => {
  const forged = poolOf("gtb_ingestion").query(
    `create temporary table d (id bigint, dev_eui text);
     create trigger forged after delete on d referencing old table as old_rows
       for each statement execute function removed_devices_stand_no_more()`,
  );
  await expect(forged).rejects.toMatchObject({ code: "42501" });
});

test("no function tells who writes SQL in Grafana what its organisation does not see", async () => {
  const { rows } = await pool.query<{ name: string }>(
    `select p.oid::regprocedure::text as name from pg_proc p
      where p.pronamespace in ('public'::regnamespace, 'tenant'::regnamespace, 'reporting'::regnamespace)
        and p.prosecdef and has_function_privilege('gtb_grafana', p.oid, 'execute') order by name`,
  );
  // What these say is about one's own identity, which is the login.
  expect(rows.map(({ name }) => name)).toEqual([
    "granted(text)",
    "may(text)",
    "may_everywhere(text)",
    "may_give(text,bigint)",
    "reached_buildings(text)",
    "reached_organisations(text)",
  ]);
});

test("of a devEUI that another has declared those who look after the network hear nothing, of one that nobody has they do", async () => {
  const { rows } = await pool.query<{ id: number }>(
    `with o as (insert into organisation (kind, code, name) values ('agency', 'agence', 'agence') returning id),
          u as (insert into app_user (email, name) values ('smo@exemple.fr', 'smo') returning id),
          r as (insert into user_role (user_id, organisation_id, role) select u.id, o.id, 'smo_engineer' from u, o)
     select id from u`,
  );
  const heardBy = async (userId: number | undefined) => {
    const identity = { userId, requestId: "function-rights" };
    const heard = await asIdentity(poolOf("gtb_api"), identity, (db) =>
      db.query<{ eui: string }>("select distinct dev_eui as eui from tenant.uplink"),
    );
    return heard.rows.map(({ eui }) => eui);
  };
  await pool.query(
    "update uplink set dev_eui = 'ffffffffffffff01' where ctid in (select ctid from uplink where dev_eui = $1 limit 1)",
    [devEuis[0]],
  );
  expect(await heardBy(rows[0]?.id)).toEqual(["ffffffffffffff01"]);
  expect(await heardBy(undefined)).toEqual([]);
});
