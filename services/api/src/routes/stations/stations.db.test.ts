import type { BuildingClimate, Station, StationClimate, StationList } from "@gtb/contracts/climate";
import type { Problem } from "@gtb/contracts/problem";
import { expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);
const organisation = await world.commune();
const { body: site } = await api.post<{ id: string }>("/sites", {
  ...{ organisation, name: "Centre", communeCode: "27229" },
  ...{ latitude: 49.02, longitude: 1.15 },
});
const building = await world.building(site.id);
let codes = 0;

async function create(given: object = {}): Promise<Station> {
  codes += 1;
  const body = {
    organisation,
    code: `S${codes}`,
    name: `Station ${codes}`,
    kind: "file",
    source: "Météo-France",
    ...given,
  };
  const answer = await api.post<Station>("/stations", body);
  expect(answer.status).toBe(201);
  return answer.body;
}

async function giveDays(
  station: string,
  days: readonly (readonly [day: string, minC: number, maxC: number, hours?: number])[],
) {
  for (const [day, minC, maxC, hours = 24] of days) {
    await api.pool.query(
      `insert into station_day (station_id, day, min_c, max_c, mean_c, hours, day_hours, given, source_kind)
       select id, $2, $3, $4, ($3::real + $4::real) / 2, $5, 24, false, 'file' from station where uuid = $1`,
      [station, day, minC, maxC, hours],
    );
  }
}

test("a station says what it lacks and since when", async () => {
  const station = await create();
  await giveDays(station.id, [
    ["2026-11-18", 2, 8],
    ["2026-11-20", 2, 8],
    ["2026-11-21", 2, 8, 19],
  ]);
  const { body } = await api.get<Station>(`/stations/${station.id}`);
  expect(body).toMatchObject({
    firstDay: "2026-11-18",
    lastDay: "2026-11-21",
    knownDays: 2,
    missingDays: 4,
    missingSince: "2026-11-21",
  });
});

test("degree days of a station by both methods, with what is not known", async () => {
  const station = await create();
  await giveDays(station.id, [
    ["2026-01-30", 10, 20],
    ["2026-02-01", 10, 20],
    ["2026-02-02", 0, 1, 19],
  ]);
  const ask = (query: string) =>
    api.get<StationClimate>(`/stations/${station.id}/days?from=2026-01-30&to=2026-02-03&${query}`);
  const { body } = await ask("by=month");
  expect(body.periods.map(({ start, heatingKd, knownDays, days }) => [start, heatingKd, knownDays, days])).toEqual([
    ["2026-01-01", 3, 1, 2],
    ["2026-02-01", 3, 1, 2],
  ]);
  expect((await ask("method=costic")).body.total.heatingKd).toBeCloseTo(2 * 3.328, 6);
  expect((await ask("method=costic")).body.periods[1]).toMatchObject({
    start: "2026-01-31",
    heatingKd: null,
    knownDays: 0,
  });
  expect((await ask("base=8")).body.total.heatingKd).toBe(0);
});

test("a building has the weather of its stations, each for its time; the nearest is offered first", async () => {
  const far = await create({ name: "A loin", latitude: 43.6, longitude: 1.44 });
  const near = await create({ name: "Z près", latitude: 49.03, longitude: 1.2 });
  const { body: offered } = await api.get<StationList>(`/stations?building=${building}`);
  expect(offered.items[0]).toMatchObject({ id: near.id, distanceKm: expect.closeTo(3.8, 0) });
  await giveDays(far.id, [
    ["2026-01-01", 0, 0],
    ["2026-01-02", 0, 0],
  ]);
  await giveDays(near.id, [
    ["2026-01-01", 8, 8],
    ["2026-01-02", 8, 8],
  ]);
  const assign = (station: string | null, from: string | null) =>
    api.post(`/buildings/${building}/stations`, { station, from });
  const heating = async () =>
    (await api.get<BuildingClimate>(`/buildings/${building}/climate?from=2026-01-01&to=2026-01-03`)).body.periods.map(
      ({ heatingKd }) => heatingKd,
    );
  expect(await heating()).toEqual([null, null]);
  expect((await assign(far.id, null)).status).toBe(201);
  expect(await heating()).toEqual([18, 18]);
  await assign(near.id, "2026-01-02");
  expect(await heating()).toEqual([18, 10]);
  await assign(null, "2026-01-02");
  expect(await heating()).toEqual([18, null]);
  const kept = await api.pool.query("select from building_station");
  expect(kept.rowCount).toBe(3);
});

test("a file becomes a job; a station that is a sensor takes none, and needs an outdoor temperature", async () => {
  const station = await create();
  const sent = await api.post<{ id: string }>(`/stations/${station.id}/temperature-files`, {
    name: "h.csv",
    text: "x".repeat(2_000_000),
  });
  expect(sent.status).toBe(201);
  expect((await api.get<{ kind: string }>(`/jobs/${sent.body.id}`)).body.kind).toBe("import-temperatures");
  const point = await world.point(building, { name: "Dehors" });
  const sensor = await create({ kind: "sensor", point });
  expect(sensor.point).toEqual({ id: point, name: "Dehors" });
  const refused = await api.post<Problem>(`/stations/${sensor.id}/temperature-files`, { name: "h.csv", text: "x" });
  expect(refused.body.code).toBe("not_of_files");
  const humidity = await world.point(building, { quantity: "relative-humidity", unit: "%" });
  const body = { organisation, code: "H", name: "H", kind: "sensor", source: "s", point: humidity };
  expect((await api.post<Problem>("/stations", body)).body.code).toBe("unknown_reference");
});
