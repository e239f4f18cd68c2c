import { createPool } from "@gtb/database/pool";
import type { Dashboard } from "@gtb/grafana-sdk-mocks/dashboard-schema";
import { type Cell, rowCount, toRows } from "@gtb/grafana-sdk-mocks/frame";
import { type DashboardRun, type PanelResult, runDashboard } from "@gtb/grafana-sdk-mocks/run-dashboard";
import { createTestDatabase } from "@gtb/infra/test-database";
import { afterAll, describe, expect, test } from "vitest";
import { generateDashboards } from "../src/generated-dashboards.ts";
import { logInAsGrafana } from "./grafana-reader.ts";
import { insertBuilding } from "./insert-building.ts";
import { insertTraffic } from "./insert-traffic.ts";

const database = await createTestDatabase();
const owner = createPool({ databaseUrl: database.databaseUrl, applicationName: "dashboards-test" });
// Grafana's login reads for the agency, to which the communes below have agreed.
await owner.query("insert into organisation (kind, code, name) values ('agency', 'agence-27', 'Agence')");
const login = await logInAsGrafana(database, "agency:agence-27");
const grafana = login.pool;
afterAll(() => Promise.all([owner.end(), login.close()]));

const dashboards = generateDashboards();
const buildingDashboard: Dashboard = JSON.parse(dashboards.get("gtb-building.json") ?? "");
const ingestionDashboard: Dashboard = JSON.parse(dashboards.get("gtb-ingestion.json") ?? "");

const emptyRange = { from: new Date("2026-10-24T22:00:00Z"), to: new Date("2026-10-27T00:00:00Z") };
const onEmpty = {
  building: await runDashboard(grafana, buildingDashboard, emptyRange),
  ingestion: await runDashboard(grafana, ingestionDashboard, emptyRange),
};

const school = await insertBuilding(owner, "École L'Orme", "27001");
await insertBuilding(owner, "École Jean Moulin", "27002");
await insertBuilding(owner, "École d'ailleurs", "27003");
await owner.query(
  `insert into organisation_link (parent_id, child_id, kind, consented_at)
   select a.id, c.id, 'service', now() from organisation a, organisation c where a.kind = 'agency' and c.code in ('27001', '27002')`,
);
const end = new Date(Math.floor(Date.now() / 60_000) * 60_000);
await insertTraffic(owner, end);

/** Local midnight to the last second of a day, in Paris. */
const days = (from: string, to: string) => ({ from: new Date(`${from}Z`), to: new Date(`${to}Z`) });
const october = days("2026-10-23T22:00:00", "2026-10-26T22:59:59");
const chosen = { organisation: school.organisation, building: school.building };

async function run(dashboard: Dashboard, options: DashboardRun): Promise<ReadonlyMap<number, PanelResult>> {
  const results = await runDashboard(grafana, dashboard, options);
  return new Map(results.map((result) => [result.panelId, result]));
}

function rowsOf(results: ReadonlyMap<number, PanelResult>, panelId: number): Record<string, Cell>[] {
  const result = results.get(panelId);
  if (result === undefined) throw new Error(`No panel ${panelId}`);
  return toRows(result.frame);
}

const inOctober = await run(buildingDashboard, { ...october, variables: chosen });
const lately = { from: new Date(end.getTime() - 3_600_000), to: end };
const traffic = await run(ingestionDashboard, lately);

describe("Grafana's role", () => {
  test.each([
    "select * from public.building",
    "select * from public.reading",
    "select * from public.organisation",
    "delete from reporting.event_reject",
    "create table reporting.mine (id int)",
    "set role gtb_reporting",
    "create role another",
  ])("is refused: %s", async (sql) => {
    await expect(grafana.query(sql)).rejects.toThrow(/permission denied|read-only transaction|must be owner/);
  });

  test("may not write even where it lifts its own read-only setting", async () => {
    const connection = await grafana.connect();
    try {
      await connection.query("set default_transaction_read_only = off");
      await expect(connection.query("delete from reporting.event_reject")).rejects.toThrow("permission denied");
      await expect(connection.query("create table public.mine (id int)")).rejects.toThrow("permission denied");
    } finally {
      connection.release(true);
    }
  });
});

describe("a login of Grafana's", () => {
  test("sees buildings of those who have agreed, and nothing of others", async () => {
    const { rows } = await grafana.query<{ building: string }>("select distinct building from reporting.building");
    expect(rows.map(({ building }) => building).sort()).toEqual(["École Jean Moulin", "École L'Orme"]);
  });
});

describe("every panel", () => {
  test("gives rows and no error", () => {
    for (const result of [...inOctober.values(), ...traffic.values()]) {
      expect.soft(result.error, `${result.title}\n${result.sql}`).toBeUndefined();
      expect.soft(rowCount(result.frame), `rows of ${result.title}`).toBeGreaterThan(0);
    }
    expect([...inOctober.keys()]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect([...traffic.keys()].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  });

  test("bears an empty database: no building to choose, nothing heard", () => {
    for (const { title, error } of [...onEmpty.building, ...onEmpty.ingestion]) {
      expect.soft(error, title).toBeUndefined();
    }
  });

  test("leaves the chunks outside its range alone", async () => {
    const { rows: chunks } = await owner.query<{ chunk_name: string }>(
      "select chunk_name from timescaledb_information.chunks where range_end < '2026-01-01'",
    );
    expect(chunks.length).toBe(3);
    const oldChunksIn = async (sql: string) => {
      const { rows } = await grafana.query<Record<string, string>>(`explain ${sql}`);
      const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
      return chunks.filter(({ chunk_name }) => new RegExp(`\\b${chunk_name}\\b`).test(plan));
    };
    expect(await oldChunksIn("select count(*) from reporting.reading")).toHaveLength(1);
    for (const { title, sql } of [...inOctober.values(), ...traffic.values()]) {
      expect.soft(await oldChunksIn(sql), title).toEqual([]);
    }
  });
});

describe("a building's consumption", () => {
  const midnight = (utc: string) => new Date(`${utc}Z`);

  test("is the sum of its main meters by local day, 25 hours when clocks go back", () => {
    expect(rowsOf(inOctober, 4)).toEqual([
      { Time: midnight("2026-10-23T22:00:00"), Gaz: 5 * 24, Général: 2 * 24 },
      { Time: midnight("2026-10-24T22:00:00"), Gaz: 5 * 25, Général: 2 * 25 },
      { Time: midnight("2026-10-25T23:00:00"), Gaz: 5 * 24, Général: 2 * 20 },
    ]);
    expect(rowsOf(inOctober, 2)).toEqual([{ energy_kwh: 7 * 73 - 2 * 4 }]);
  });

  test("has 23 hours when clocks go forward", async () => {
    const march = await run(buildingDashboard, {
      ...days("2026-03-28T23:00:00", "2026-03-29T21:59:59"),
      variables: chosen,
    });
    expect(rowsOf(march, 4)).toEqual([{ Time: midnight("2026-03-28T23:00:00"), Gaz: 5 * 23, Général: 2 * 23 }]);
  });

  test("follows the chosen energies", async () => {
    const variables = { ...chosen, energy: ["gas"] };
    const gas = await run(buildingDashboard, { ...october, variables });
    expect(rowsOf(gas, 2)).toEqual([{ energy_kwh: 5 * 73 }]);
  });

  test("says what is measured, estimated and missing: an hour without a row is missing", () => {
    const [, , third] = rowsOf(inOctober, 5);
    expect(third?.["Mesuré"]).toBeCloseTo(43 / 48, 9);
    expect(third?.["Estimé"]).toBeCloseTo(1 / 48, 9);
    expect(third?.["Manquant"]).toBeCloseTo(4 / 48, 9);
    expect(rowsOf(inOctober, 3)[0]?.["Manquant"]).toBeCloseTo(4 / 146, 9);
  });

  test("by hour of the day: the doubled hour of the autumn night is a mean, not a sum", () => {
    const rows = rowsOf(inOctober, 6);
    expect(Object.keys(rows[0] ?? {})).toHaveLength(25);
    expect(rows.map((row) => row["02 h"])).toEqual([7, 7, 7]);
  });

  test("shows sub-meters beside their parents as mean power of the known hours", () => {
    const [first] = rowsOf(inOctober, 7);
    expect(first).toMatchObject({ Général: 2, Cuisine: 1, Gaz: 5 });
    expect(rowsOf(inOctober, 7).every((row) => row["Cuisine"] === 1)).toBe(true);
  });

  test("is marked as simulated", () => {
    expect(rowsOf(inOctober, 1)).toEqual([{ Origine: "Simulé" }]);
  });
});

describe("a building's comfort", () => {
  test("temperatures and CO2 by zone, the outdoors by its point", () => {
    const [first] = rowsOf(inOctober, 8);
    expect(first).toEqual({ Time: new Date("2026-10-24T00:00:00Z"), Extérieur: 7, "Salle 1": 20.5, "Salle 2": 18 });
    expect(rowsOf(inOctober, 9)[0]).toMatchObject({ "Salle 1": 950 });
  });

  test("the latest value of each point, and the point that has none", () => {
    const rows = rowsOf(inOctober, 10);
    expect(rows.map((row) => [row["Point"], row["Valeur"]])).toEqual([
      ["CO2 salle 1", 950],
      ["Température salle 1", 20.5],
      ["CO2 salle 2", null],
      ["Température salle 2", 18],
      ["Extérieur", 7],
    ]);
    const heard = rows.filter((row) => row["Valeur"] !== null);
    expect(heard.every((row) => Number(row["Mesurée"]) === Date.parse("2026-10-26T22:50:00Z"))).toBe(true);
  });
});

describe("ingestion", () => {
  test("uplinks per minute by outcome, zero where there was none", () => {
    expect(rowsOf(traffic, 1)).toEqual([{ uplinks: 34 }]);
    const rows = rowsOf(traffic, 6);
    expect(rows).toHaveLength(61);
    const sum = (name: string) => rows.reduce((total, row) => total + Number(row[name]), 0);
    expect([sum("décodé"), sum("capteur inconnu"), sum("indécodable")]).toEqual([30, 3, 1]);
    expect(rowsOf(traffic, 8).reduce((total, row) => total + Number(row["mesures par minute"]), 0)).toBe(60);
  });

  test("lag percentiles in seconds", () => {
    const late = rowsOf(traffic, 7).find((row) => Number(row["99 %"]) > 2);
    expect(late?.["médiane"]).toBeCloseTo(31, 6);
    expect(late?.["99 %"]).toBeCloseTo(59.42, 6);
  });

  test("rejects by reason", () => {
    const rejects = rowsOf(traffic, 9).filter((row) => Number(row["mesure hors plage"]) > 0);
    expect(rejects).toMatchObject([{ "mesure hors plage": 2, "évènement illisible": 1 }]);
  });

  test("who needs a visit: unknown, silent, low on battery, gateways", () => {
    expect([2, 3, 4, 5].map((id) => Object.values(rowsOf(traffic, id)[0] ?? {})[0])).toEqual([1, 2, 1, 1]);
    expect(rowsOf(traffic, 10)).toMatchObject([{ DevEUI: "00000000000000ee", Trames: 3 }]);
    expect(rowsOf(traffic, 11).map((row) => row["Capteur"])).toEqual(["Jamais entendu", "Muet"]);
    expect(rowsOf(traffic, 12)).toMatchObject([{ Capteur: "Pile vide", Pile: 12, Bâtiment: "École L'Orme" }]);
    expect(rowsOf(traffic, 13).map((row) => [row["Passerelle"], row["EUI"]])).toEqual([
      ["Clocher", "00000000000000a2"],
      ["Mairie", "00000000000000a1"],
      [null, "00000000000000ff"],
    ]);
  });
});
