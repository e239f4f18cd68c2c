import { createTestDatabase } from "@gtb/infra/test-database";
import { afterAll, expect, test } from "vitest";
import { createPool } from "./pool.ts";
import { findDeviceAssignments } from "./queries/find-device-assignments.ts";
import { loadRegistry } from "./queries/load-registry.ts";
import { inSnapshot, inTransaction } from "./transaction.ts";

const { databaseUrl } = await createTestDatabase();
const pool = createPool({ databaseUrl, applicationName: "test" });
afterAll(() => pool.end());

const eui = "00000000000000ee";
await pool.query(`
  insert into device_type (id, vendor, models, report_every_minutes) values ('t', 'v', '{m}', 10);
  insert into organisation (kind, code, name) values ('commune', '1', 'A'), ('commune', '2', 'B'), ('commune', '3', 'C');
  insert into device (organisation_id, dev_eui, device_type_id, name)
  select id, '${eui}', 't', name from organisation where code in ('1', '2') order by code;
  insert into uplink (source, event_type, event_id, time, received_at, dev_eui, outcome)
  values ('s', 'up', gen_random_uuid(), now(), now(), '${eui}', 'decoded')`);

const idOf = async (name: string) =>
  (await pool.query<{ id: number }>("select id from device where name = $1", [name])).rows[0]?.id ?? 0;
const standing = async () =>
  (await pool.query<{ name: string }>("select d.name from standing_device s join device d on d.id = s.device_id")).rows;

test("of two declarations the first stands: it alone is decoded", async () => {
  const { devices } = await inSnapshot(pool, loadRegistry);
  expect(devices.map(({ id }) => id)).toEqual([await idOf("A")]);
  expect(await findDeviceAssignments(pool, await idOf("B"))).toBeUndefined();
});

test("in one organisation a devEUI is declared once", async () => {
  const again = pool.query(
    "insert into device (organisation_id, dev_eui, device_type_id, name) select organisation_id, dev_eui, 't', 'again' from device where name = 'B'",
  );
  await expect(again).rejects.toMatchObject({ code: "23505" });
});

test("when it goes, the next stands and is decoded from the ledger; a changed devEUI frees the old one", async () => {
  await pool.query("delete from device where name = 'A'");
  expect(await standing()).toEqual([{ name: "B" }]);
  const { rows } = await pool.query("select payload->'deviceId' as device from job where kind = 'decode-again'");
  expect(rows).toEqual([{ device: await idOf("B") }]);
  await pool.query(
    "insert into device (organisation_id, dev_eui, device_type_id, name) select id, $1, 't', 'C' from organisation where code = '3'",
    [eui],
  );
  await pool.query("update device set dev_eui = '00000000000000ef' where name = 'B'");
  expect(await standing()).toEqual(expect.arrayContaining([{ name: "B" }, { name: "C" }]));
});

test("two declarations at the same moment: the second waits, both are there, one stands", async () => {
  const sql =
    "insert into device (organisation_id, dev_eui, device_type_id, name) select id, '00000000000000f0', 't', $2 from organisation where code = $1";
  const results = await Promise.all(
    ["1", "2", "3"].map((code) => inTransaction(pool, (connection) => connection.query(sql, [code, `same ${code}`]))),
  );
  expect(results.map(({ rowCount }) => rowCount)).toEqual([1, 1, 1]);
  const { rows } = await pool.query("select from standing_device where dev_eui = '00000000000000f0'");
  expect(rows).toHaveLength(1);
});
