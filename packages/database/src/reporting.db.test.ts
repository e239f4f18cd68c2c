import { createTestDatabase } from "@gtb/infra/test-database";
import { afterAll, expect, test } from "vitest";
import { readingAs } from "./identity.ts";
import { createPool } from "./pool.ts";
import { syncPermissions } from "./queries/sync-permissions.ts";
import { fillOrganisation } from "./testing/full-organisation.ts";

const { databaseUrl } = await createTestDatabase();
const pool = createPool({ databaseUrl, applicationName: "reporting" });
afterAll(() => pool.end());
await pool.query(
  "insert into device_type (id, vendor, models, report_every_minutes) values ('milesight-em300-th', 'v', '{m}', 10)",
);
const ours = await fillOrganisation(pool, { mark: "Zqours", code: "27901", value: 1 });

await syncPermissions(pool);
const administrators = await pool.query<{ id: number }>(
  "select user_id as id from user_role where role = 'organisation_admin' and organisation_id = $1",
  [ours.id],
);
/** The views belong to a role that sees what the caller may see. */
const asked = (sql: string) =>
  readingAs(pool, { userId: administrators.rows[0]?.id, requestId: "reporting" }, (db) => db.query(sql));

/** A meter with a counted register that used 10 kWh on one day; resolves with its id. */
async function meterOf(name: string, parent: number | null, endUse: string | null): Promise<number> {
  const { rows } = await pool.query<{ id: number }>(
    `with m as (insert into meter (organisation_id, building_id, name, energy, parent_meter_id, end_use)
                select organisation_id, id, $2, 'heat', $3, $4 from building where organisation_id = $1 order by id limit 1
                returning id, organisation_id),
          r as (insert into register (organisation_id, meter_id, name, quantity, kind, unit)
                select organisation_id, id, $2, 'thermal-energy', 'index', 'kW.h' from m returning id),
          d as (insert into consumption_day (register_id, day, native, energy_kwh, measured_hours, estimated_hours, day_hours)
                select id, '2026-02-01', 10, 10, 24, 0, 24 from r)
     select id from m`,
    [ours.id, name, parent, endUse],
  );
  return rows[0]?.id ?? 0;
}

test("what a sub-meter counts is in its parent, in a building's sum and in a use's", async () => {
  const whole = await meterOf("Général", null, null);
  const heating = await meterOf("Chauffage", whole, "heating");
  await meterOf("Chaudière 2", heating, "heating");
  const { rows } = await asked(
    "select meter, counted, energy_kwh from reporting.consumption_day where energy = 'heat' order by meter_id",
  );
  expect(rows).toEqual([
    { meter: "Général", counted: true, energy_kwh: 10 },
    { meter: "Chauffage", counted: false, energy_kwh: 10 },
    { meter: "Chaudière 2", counted: false, energy_kwh: 10 },
  ]);
  const uses = await asked(
    "select end_use, energy_kwh, measured_hours::int4 as hours from reporting.end_use_day where energy = 'heat'",
  );
  expect(uses.rows).toEqual([{ end_use: "heating", energy_kwh: 10, hours: 24 }]);
});
