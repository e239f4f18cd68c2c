import { migrate } from "@gtb/database/migrate";
import type { Pool } from "@gtb/database/pool";
import { createPool } from "@gtb/database/pool";
import { syncDeviceTypes } from "@gtb/database/queries/sync-device-types";
import { catalogueEntries } from "@gtb/readings/catalogue-entries";
import pg from "pg";

/** Devices of the bench, half of each type: a room sensor with two values and one with six. */
const benchDeviceCount = 400;
const assigned = {
  "milesight-em300-th": ["temperature", "humidity", "battery"],
  "milesight-am307": ["temperature", "humidity", "co2", "pressure", "tvocIndex", "battery"],
} as const;

/** devEUI and application payload of each of the bench's devices. */
export const benchDevices = Array.from({ length: benchDeviceCount }, (_, index) => ({
  devEui: index.toString(16).padStart(16, "0"),
  type: index % 2 === 0 ? ("milesight-em300-th" as const) : ("milesight-am307" as const),
  data: Buffer.from(
    index % 2 === 0 ? "01755c0367340104686d" : "01755c03673401046865077de704087d070009733f27",
    "hex",
  ).toString("base64"),
}));

/** A fresh database with the bench's devices and their points. */
export async function createBenchWorld(serverUrl: string, name: string): Promise<{ databaseUrl: string; pool: Pool }> {
  const server = new pg.Client(serverUrl);
  await server.connect();
  await server.query(`create database ${name}`);
  await server.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const databaseUrl = url.toString();
  await migrate(databaseUrl);
  const pool = createPool({ databaseUrl, applicationName: "gtb-bench", statementTimeoutMs: 0 });
  await syncDeviceTypes(pool, catalogueEntries());
  await pool.query(
    `insert into organisation (kind, code, name) values ('commune', 'bench', 'Bench');
     insert into site (organisation_id, name, commune_code) select id, 'Bench', '27229' from organisation;
     insert into building (organisation_id, site_id, name, use, heating_energy, simulated)
       select organisation_id, id, 'Bench', 'other', 'none', true from site`,
  );
  for (const device of benchDevices) await declareBenchDevice(pool, device);
  await pool.query("delete from job");
  return { databaseUrl, pool };
}

async function declareBenchDevice(pool: Pool, { devEui, type }: (typeof benchDevices)[number]): Promise<void> {
  await pool.query(
    `with declared as (
       insert into device (organisation_id, dev_eui, device_type_id, name) select id, $1, $2, $1 from organisation returning id, organisation_id),
     points as (
       insert into point (organisation_id, building_id, name, quantity, unit, kind)
       select b.organisation_id, b.id, m, 'temperature', 'Cel', 'gauge' from building b, unnest($3::text[]) m returning id, name)
     insert into device_point (organisation_id, device_id, measurement, point_id)
     select d.organisation_id, d.id, p.name, p.id from declared d, points p`,
    [devEui, type, assigned[type]],
  );
}
