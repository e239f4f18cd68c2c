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
const { id: organisation, devEuis } = await fillOrganisation(pool, { mark: "Zqours", code: "27901", value: 1 });

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

test("whether a devEUI is declared somewhere is told to who looks after the network alone", async () => {
  const said = (role: string, userId: number | undefined) =>
    asIdentity(poolOf(role), { userId, requestId: "function-rights" }, async (db) => {
      const { rows } = await db.query<{ is: boolean | null }>("select is_declared($1) as is", [devEuis[0]]);
      return rows[0]?.is;
    });
  const user = async (kind: string, code: string, role: string) => {
    const { rows } = await pool.query<{ id: number }>(
      `with o as (insert into organisation (kind, code, name) values ($1, $2, $2) returning id),
            u as (insert into app_user (email, name) values ($2 || '@exemple.fr', $2) returning id),
            r as (insert into user_role (user_id, organisation_id, role) select u.id, o.id, $3 from u, o)
       select id from u`,
      [kind, code, role],
    );
    return rows[0]?.id;
  };
  expect(organisation).toBeGreaterThan(0);
  expect(await said("gtb_api", await user("commune", "27999", "organisation_admin"))).toBeNull();
  expect(await said("gtb_grafana", undefined)).toBeNull();
  expect(await said("gtb_api", await user("agency", "agence", "smo_engineer"))).toBe(true);
});
