import { createPool } from "@gtb/database/pool";
import { sealAudit } from "@gtb/database/queries/seal-audit";
import { createTestDatabase } from "@gtb/infra/test-database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runGtb } from "./run-gtb.ts";

const { databaseUrl } = await createTestDatabase();
const pool = createPool({ databaseUrl, applicationName: "gtb-test" });
afterAll(() => pool.end());

const gtb = (...args: string[]) =>
  runGtb(["audit", "verify", ...args], { environment: { GTB_DATABASE_URL: databaseUrl } });
let noted: string;

beforeAll(async () => {
  await pool.query(
    "insert into organisation (kind, code, name) values ('commune', '27229', 'Évreux'), ('commune', '27375', 'Louviers')",
  );
  noted = (await sealAudit(pool, 100))?.hash ?? "";
});

test("an audit that is whole: counts and seals, for people and machines", async () => {
  expect(await gtb()).toMatchObject({
    exitCode: 0,
    output: expect.stringContaining("Journal d'audit intact"),
    errors: "",
  });
  const { exitCode, output } = await gtb("--json", "--anchor", noted);
  expect(exitCode).toBe(0);
  expect(JSON.parse(output)).toMatchObject({
    ok: true,
    events: 2,
    seals: 1,
    oldestSeal: { id: 1, hash: noted },
    fault: null,
  });
  expect((await gtb("--anchor", "nonsense")).exitCode).toBe(2);
});

test("one that was changed: where, and exit code 1", async () => {
  await pool.query(`update audit_content set after = '{"name": "Louviers-sur-Eure"}' where name = 'Louviers'`);
  const { exitCode, output, errors } = await gtb("--json");
  expect(exitCode).toBe(1);
  expect(errors).toContain("pas intact");
  const { rows } = await pool.query<{ uuid: string }>("select uuid from audit_event order by id desc limit 1");
  expect(JSON.parse(output)).toMatchObject({
    ok: false,
    fault: { what: "its content was changed", seal: 1, event: rows[0]?.uuid },
  });
  expect((await gtb()).output).toContain(rows[0]?.uuid);
});
