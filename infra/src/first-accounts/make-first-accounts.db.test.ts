import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPool } from "@gtb/database/pool";
import { disableDemonstratorAccounts } from "@gtb/database/queries/insert-first-account";
import { verifyPassword } from "@gtb/service-kit/password";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bringUpToDate } from "../bring-up-to-date.ts";
import { createTestDatabase } from "../test-database.ts";
import { credentialsFile, readCredentials } from "./credentials-file.ts";
import { makeFirstAccounts } from "./make-first-accounts.ts";

const database = await createTestDatabase();
const pool = createPool({ databaseUrl: database.databaseUrl, applicationName: "test" });
const home = await mkdtemp(join(tmpdir(), "gtb-accounts-"));
const file = credentialsFile(home);
const request = {
  ownerUrl: database.databaseUrl,
  home,
  withDemonstrator: true,
  production: false,
  administratorEmail: "administration@agence.example",
};

beforeAll(async () => {
  await bringUpToDate(database.databaseUrl, () => undefined);
  await pool.query(
    `with o as (select id from organisation where kind = 'commune' and code = '27375'),
          s as (insert into site (organisation_id, name, commune_code) select id, 'S', '27375' from o returning id, organisation_id)
     insert into building (organisation_id, site_id, name, use, heating_energy)
     select s.organisation_id, s.id, n, 'school', 'gas' from s, unnest(array['Un', 'Deux', 'Trois']) n`,
  );
});
afterAll(async () => {
  await pool.end();
  await rm(home, { recursive: true, force: true });
});

async function hashOf(email: string): Promise<string> {
  const { rows } = await pool.query<{ hash: string }>("select password_hash as hash from app_user where email = $1", [
    email,
  ]);
  return rows[0]?.hash ?? "";
}

test("an empty platform has one administrator of the agency, with a password that only the file has", async () => {
  const made = await makeFirstAccounts({ ...request, withDemonstrator: false });
  expect(made.map(({ email, role }) => [email, role])).toEqual([["administration@agence.example", "agency_admin"]]);
  expect(await readCredentials(file)).toEqual(made);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await verifyPassword(await hashOf(made[0]!.email), made[0]!.password)).toBe(true);
  expect(await makeFirstAccounts({ ...request, withDemonstrator: false })).toEqual([]);
});

test("in production nobody is made for the demonstrator", async () => {
  expect(await makeFirstAccounts({ ...request, production: true })).toEqual([]);
  const { rows } = await pool.query("select from app_user where demonstrator");
  expect(rows).toHaveLength(0);
});

test("the demonstrator has each role, a technician of two buildings, and collectivities that let the agency see", async () => {
  const made = await makeFirstAccounts(request);
  expect(made).toHaveLength(7);
  expect(new Set(made.map(({ role }) => role)).size).toBe(6);
  expect(new Set(made.map(({ password }) => password)).size).toBe(7);
  const technician = await pool.query<{ count: number }>(
    `select cardinality(r.building_ids) as count from user_role r where r.role = 'technician'`,
  );
  expect(technician.rows).toEqual([{ count: 2 }]);
  const consents = await pool.query<{ name: string }>(
    `select c.name from organisation_link l join organisation c on c.id = l.child_id join organisation p on p.id = l.parent_id
      where p.kind = 'agency' and l.consented_at is not null order by c.name`,
  );
  expect(consents.rows.map(({ name }) => name)).toEqual(["CA Seine-Eure", "Louviers", "Lyons-la-Forêt"]);
  expect(await makeFirstAccounts(request)).toEqual([]);
  expect(await readCredentials(file)).toHaveLength(8);
});

test("a password that its owner has changed is left alone; one that the file has lost is given anew", async () => {
  const email = "gestion.louviers@demonstrateur.example";
  await pool.query("update app_user set password_hash = 'changed' where email = $1", [email]);
  expect(await makeFirstAccounts(request)).toEqual([]);
  expect(await hashOf(email)).toBe("changed");
  await rm(file);
  const made = await makeFirstAccounts(request);
  expect(made).toHaveLength(7);
  const found = made.find((credential) => credential.email === email);
  expect(await verifyPassword(await hashOf(email), found?.password ?? "")).toBe(true);
});

test("in production whoever is left of the demonstrator is shut out, and the first administrator is not", async () => {
  const auth = createPool({
    databaseUrl: database.databaseUrl,
    applicationName: "test",
    session: { role: "gtb_auth" },
  });
  expect(await disableDemonstratorAccounts(auth)).toBe(7);
  await auth.end();
  const { rows } = await pool.query<{ email: string }>("select email from app_user where disabled_at is null");
  expect(rows).toEqual([{ email: "administration@agence.example" }]);
});
