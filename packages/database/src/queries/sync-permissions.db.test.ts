import { permissionRows } from "@gtb/domain/access/permission";
import { createTestDatabase } from "@gtb/infra/test-database";
import { afterAll, expect, test } from "vitest";
import { createPool } from "../pool.ts";
import { syncPermissions } from "./sync-permissions.ts";

const { databaseUrl } = await createTestDatabase();
const pool = createPool({ databaseUrl, applicationName: "permissions-test" });
afterAll(() => pool.end());

const kept = async () =>
  (await pool.query('select role, action, reach from role_permission order by role collate "C", action collate "C"'))
    .rows;
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
const wanted = permissionRows().sort((a, b) => compare(a.role, b.role) || compare(a.action, b.action));

test("the database's permissions are the domain's, whatever was there before", async () => {
  await pool.query(
    `insert into role_permission (role, action, reach)
     values ('reader', 'user:manage', 'platform'), ('reader', 'data:read', 'platform') on conflict do nothing`,
  );
  await syncPermissions(pool);
  expect(await kept()).toEqual(wanted);
  await syncPermissions(pool);
  expect(await kept()).toEqual(wanted);
});
