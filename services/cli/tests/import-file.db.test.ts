import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPool } from "@gtb/database/pool";
import { createTestDatabase } from "@gtb/infra/test-database";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { runGtb } from "./run-gtb.ts";

const { databaseUrl } = await createTestDatabase();
const pool = createPool({ databaseUrl, applicationName: "gtb-test" });
const folder = await mkdtemp(join(tmpdir(), "gtb-import-"));
const curve = join(folder, "courbe.csv");
afterAll(async () => {
  await pool.end();
  await rm(folder, { recursive: true });
});

beforeAll(async () => {
  await pool.query("insert into organisation (kind, code, name) values ('commune', '27375', 'Louviers')");
  await writeFile(
    curve,
    `Identifiant PRM;Type de donnees;Unite
30001234567890;Courbe de charge;W

Horodate;Valeur
2025-09-01T00:10:00+02:00;1200
2025-09-01T00:20:00+02:00;1230
`,
  );
});

const gtb = (...args: string[]) =>
  runGtb(["import", curve, ...args], { environment: { GTB_DATABASE_URL: databaseUrl } });

test("a file is brought with the mapping that the preset finds in it, and waits for its worker", async () => {
  const { exitCode, output } = await gtb(
    ...["--preset", "enedis-load-curve", "--organisation", "louviers", "--no-wait", "--json"],
  );
  expect(exitCode).toBe(0);
  const { rows } = await pool.query(
    `select r.kind, r.mapping, j.state, f.name, f.bytes, (select sum(octet_length(content)) from import_file_chunk) as stored
       from import_run r join job j on j.id = r.job_id join import_file f on f.id = r.import_file_id where r.uuid = $1`,
    [JSON.parse(output).id],
  );
  expect(rows).toMatchObject([
    {
      kind: "import",
      state: "queued",
      name: "courbe.csv",
      mapping: { headerLine: 4, time: { interval: { minutes: 10 } }, values: [{ target: { by: "cell", line: 2 } }] },
    },
  ]);
  expect(Number(rows[0].stored)).toBe(Number(rows[0].bytes));
});

test("what makes no sense is told, and nothing is brought", async () => {
  const before = await pool.query("select from import_file");
  for (const [args, told] of [
    [["--preset", "enedis-load-curve"], "À quelle collectivité ?"],
    [["--preset", "enedis-load-curve", "--organisation", "Rouen"], "Aucune collectivité « Rouen »"],
    [["--preset", "grdf-daily", "--organisation", "27375"], "n'a pas les colonnes"],
    [["--mapping", "eau", "--organisation", "27375"], "Aucun format « eau »"],
    [["--dry-run"], "vont avec --mapping ou --preset"],
  ] as const) {
    const { exitCode, errors } = await gtb(...args);
    expect([exitCode, errors]).toEqual([2, expect.stringContaining(told)]);
  }
  expect((await pool.query("select from import_file")).rowCount).toBe(before.rowCount);
});

test("refused lines are told one by one, and the exit code says that there are some", async () => {
  const waiting = gtb("--preset", "enedis-load-curve", "--organisation", "27375", "--dry-run");
  await vi.waitFor(
    async () => {
      const { rowCount } = await pool.query(
        `with over as (update import_run set finished_at = now(), lines = 2, inserted = 1, refused = 1
                        where kind = 'check' returning organisation_id, id)
         insert into import_refusal (organisation_id, import_run_id, line, column_name, reason)
         select organisation_id, id, 6, 'Valeur', 'trop grand' from over`,
      );
      expect(rowCount).toBe(1);
    },
    { timeout: 10_000, interval: 100 },
  );
  expect(await waiting).toMatchObject({
    exitCode: 3,
    output: expect.stringContaining("vérifié, rien n'est enregistré : 2 ligne(s), 1 relevé(s) nouveau(x)"),
    errors: expect.stringContaining("ligne 6, Valeur : trop grand"),
  });
});
