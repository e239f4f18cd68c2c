import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { createPool } from "@gtb/database/pool";
import { assignStation } from "@gtb/database/queries/assign-station";
import { listBuildingStations } from "@gtb/database/queries/list-building-stations";
import { listBuildings } from "@gtb/database/queries/list-buildings";
import { listDeliveryPoints } from "@gtb/database/queries/list-delivery-points";
import { listImportJobs } from "@gtb/database/queries/list-import-jobs";
import { listInvoices } from "@gtb/database/queries/list-invoices";
import { listStations } from "@gtb/database/queries/list-stations";
import { inTransaction } from "@gtb/database/transaction";
import { createTestDatabase } from "@gtb/infra/test-database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { historyDays } from "../history/history-periods.ts";
import { loadHistory, missingHistory } from "../history/load-history.ts";
import { readWeather } from "../model/weather.ts";
import { simulatedBuilding } from "../simulated-building.ts";
import { demonstratorBuildings } from "./buildings.ts";
import { type DeclaredDemonstrator, declareDemonstrator } from "./declare-demonstrator.ts";
import { declareStations } from "./declare-stations.ts";
import { recordExchanges } from "./record-exchanges.ts";
import { recordInvoices } from "./record-invoices.ts";

const dayMs = 86_400_000;
const { databaseUrl } = await createTestDatabase();
const pool = createPool({ databaseUrl, applicationName: "test" });
let folder: string;
let declared: DeclaredDemonstrator;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gtb-demonstrator-"));
  declared = await declareDemonstrator(pool);
});
afterAll(async () => {
  await pool.end();
  await rm(folder, { recursive: true, force: true });
});

describe("the demonstrator", () => {
  it("is twelve buildings marked as simulated, each measurement with its point", async () => {
    expect(declared.added).toBe(12);
    const readings = demonstratorBuildings.flatMap(({ sensors }) =>
      sensors.flatMap((sensor) => Object.keys(sensor.readings)),
    );
    expect(declared.points.size).toBe(readings.length);
    expect(new Set(declared.points.values()).size).toBe(readings.length);
    const buildings = await listBuildings(pool, { limit: 50, now: new Date() });
    expect(buildings).toHaveLength(12);
    expect(buildings.every(({ simulated }) => simulated)).toBe(true);
  });

  it("is declared once, however often one starts", async () => {
    const again = await declareDemonstrator(pool);
    expect(again).toEqual({ ...declared, added: 0 });
  });

  it("gives each building the weather of an outdoor sensor of its commune, unless somebody chose another", async () => {
    const [{ id: building } = { id: "" }] = await listBuildings(pool, { limit: 1, now: new Date() });
    const stations = await listStations(pool, { now: new Date() });
    expect(stations.map(({ kind, buildingCount }) => [kind, buildingCount]).toSorted()).toEqual([
      ["sensor", 3],
      ["sensor", 4],
      ["sensor", 5],
    ]);
    expect(stations.every(({ point }) => point?.name === "Température extérieure")).toBe(true);
    await inTransaction(pool, (connection) => assignStation(connection, { building, station: null, from: null }));
    expect(await declareStations(pool, declared.points)).toBe(0);
    expect(await listBuildingStations(pool, building)).toEqual([]);
  });

  it("records the exchanges of which both indexes were written down, once", async () => {
    const plan = demonstratorBuildings.find(({ key }) => key === "louviers-mairie")!;
    const building = simulatedBuilding(plan, readWeather(), 27, declared.liveFromMs - historyDays * dayMs);
    building.series.advanceTo(declared.liveFromMs);
    const added = await recordExchanges(pool, [building], declared.liveFromMs);
    expect(added).toBeGreaterThanOrEqual(2);
    expect(await recordExchanges(pool, [building], declared.liveFromMs)).toBe(0);
    const { rows } = await pool.query<{ fall: number }>("select last_value - first_value as fall from register_event");
    expect(rows.map(({ fall }) => fall)).toEqual(Array.from({ length: added }, () => 140_000_000));
  });

  it("has invented contracts, but of one place, and bills of which some are wrong", async () => {
    const places = await listDeliveryPoints(pool, { now: new Date("2026-11-01T00:00:00Z"), limit: 100 });
    const bare = places.filter(({ contract }) => contract === null);
    expect(bare.map(({ building, energy }) => `${building.name} ${energy}`)).toEqual(["Salle intercommunale water"]);
    expect(places.every(({ simulated }) => simulated)).toBe(true);
    const until = Date.UTC(2026, 10, 6);
    const plan = demonstratorBuildings.find(({ key }) => key === "lyons-ecole")!;
    const building = simulatedBuilding(plan, readWeather(), 27, Date.UTC(2026, 7, 1));
    building.series.advanceTo(until);
    expect(await recordInvoices(pool, [building], until)).toEqual({ added: 4, changed: 0, unchanged: 0 });
    expect(await recordInvoices(pool, [building], until)).toEqual({ added: 0, changed: 0, unchanged: 4 });
    const invoices = await listInvoices(pool, { limit: 10 });
    const october = invoices.find(({ number }) => number === "SIM-2026-10-GAS")!;
    expect(october).toMatchObject({
      from: "2026-10-01",
      to: "2026-11-01",
      issuedOn: "2026-11-05",
      source: "simulated",
    });
    const flowed =
      building.series.register("gas", Date.UTC(2026, 9, 31, 23)) -
      building.series.register("gas", Date.UTC(2026, 8, 30, 22));
    expect(october.native).toBe(Math.round(flowed * 1.35));
  });

  it("has a history of at most 4 million readings, written once and queued the newest first", async () => {
    const plan = demonstratorBuildings[0]!;
    const place = { folder, liveFromMs: declared.liveFromMs };
    const missing = await missingHistory(pool, [plan.key], place);
    const building = simulatedBuilding(plan, readWeather(), 27, declared.liveFromMs - historyDays * dayMs);
    building.series.advanceTo(declared.liveFromMs);
    const written: number[] = [];
    const interrupted = new AbortController();
    const options = { points: declared.points, onPart: (_part: unknown, readings: number) => written.push(readings) };
    await loadHistory(pool, [building], missing.slice(0, 3), { ...options, signal: interrupted.signal });
    const rest = await missingHistory(pool, [plan.key], place);
    expect(rest).toEqual(missing.slice(3));
    await loadHistory(pool, [building], rest, { ...options, signal: interrupted.signal });
    expect(await missingHistory(pool, [plan.key], place)).toEqual([]);

    const total = written.reduce((sum, readings) => sum + readings, 0);
    const points = plan.sensors.flatMap(({ readings }) => Object.keys(readings)).length;
    const share = points / declared.points.size;
    expect(total / share).toBeLessThan(4_000_000);
    expect(total).toBeGreaterThan(50_000);
    const jobs = await listImportJobs(pool, "demonstrator history ");
    expect(jobs).toHaveLength(missing.length);
    const inTime = missing.filter(({ period }) => !period.isLate);
    expect(inTime.map(({ period }) => period.toMs)).toEqual(
      inTime.map(({ period }) => period.toMs).sort((a, b) => b - a),
    );
    expect(missing.slice(inTime.length).map(({ period }) => period.isLate)).toEqual([true, true]);
    expect(missing.map(({ priority }) => priority)).toEqual(missing.map((_, index) => -1 - index));
    const newest = gunzipSync(await readFile(missing[0]!.file))
      .toString("utf8")
      .trimEnd()
      .split("\n");
    expect(newest[0]).toBe("point,time,value");
    const times = newest.slice(1).map((line) => Date.parse(line.split(",")[1]!));
    expect(Math.max(...times)).toBeLessThan(declared.liveFromMs);
    expect(Math.max(...times)).toBeGreaterThan(declared.liveFromMs - 600_000);
  });
});
