import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, expect, test } from "vitest";
import { createMeteredWorld } from "../testing/metered-world.ts";
import { climateKind } from "./climate.ts";
import { fetchWeatherKind } from "./fetch-weather.ts";
import { importTemperaturesKind } from "./import-temperatures.ts";
import { recomputeStationKind } from "./recompute-station.ts";

const world = await createMeteredWorld();
let stations = 0;

beforeEach(() => world.pool.query("delete from job"));

async function createStation(kind: "file" | "sensor" | "open_meteo", code = `S${++stations}`): Promise<number> {
  const { id } = await world.one<{ id: number }>(
    `insert into station (organisation_id, code, name, kind, source, latitude, longitude)
     select id, $2, 'Évreux', $1, 'test', 49.02, 1.15 from organisation returning id`,
    [kind, code],
  );
  return id;
}

async function sendFile(station: number, content: string): Promise<string> {
  const { id } = await world.one<{ id: number }>(
    "insert into station_file (organisation_id, station_id, name) select organisation_id, id, 'f.csv' from station where id = $1 returning id",
    [station],
  );
  await world.pool.query("insert into station_file_content (file_id, content) values ($1, $2)", [id, content]);
  await world.work(importTemperaturesKind);
  const left = await world.one<{ count: number }>("select count(*) from station_file_content");
  expect(left.count).toBe(0);
  return lastMessage();
}

async function lastMessage(): Promise<string> {
  return (await world.one<{ message: string }>("select message from job order by id desc limit 1")).message;
}

async function daysOf(station: number) {
  const { rows } = await world.pool.query(
    `select day::text, min_c as min, max_c as max, round(mean_c::numeric, 3)::float8 as mean, hours, day_hours as "dayHours", given
       from station_day where station_id = $1 order by day`,
    [station],
  );
  return rows;
}

const metropole = "NUM_POSTE;NOM_USUEL;LAT;LON;ALTI;AAAAMMJJHH;T;QT;TN;QTN;TX;QTX";

test("hours of Météo-France: their stamp ends the hour, another station's lines are passed over, each bad line is told", async () => {
  const station = await createStation("file", "01014002");
  // Local 26 October 2025 of 25 hours: from 22:00 UTC to 23:00 UTC a day later.
  const stamps = Array.from({ length: 25 }, (_, index) => new Date(Date.UTC(2025, 9, 25, 23 + index)));
  const lines = stamps.map((end) => {
    const stamp = end.toISOString().replace(/[-T]/g, "").slice(0, 10);
    return `1014002;EVREUX;49.02;1.15;130;${stamp};10.0;1;9.0;1;11.5;1`;
  });
  const bad = ["1014002;EVREUX;49;1;130;2025102800;99.9;1;;;;", "1014002;EVREUX;49;1;130;20251028;5;1;;;;"];
  const other = "27229001;AUTRE;49;1;130;2025102601;-30.0;1;;;;";
  const text = [metropole, ...lines, ...bad, other].join("\r\n");
  const message = await sendFile(station, text);
  expect(message).toContain("25 heure(s) lu(s), 25 changé(s)");
  expect(message).toContain("ligne 27 : 99.9 °C est hors de toute mesure possible");
  expect(message).toContain("ligne 28 : « 20251028 » n'est pas une heure");
  const day = { day: "2025-10-26", min: 9, max: 11.5, mean: 10, hours: 25, dayHours: 25, given: false };
  expect(await daysOf(station)).toEqual([day]);
  expect(await sendFile(station, text)).toContain("25 heure(s) lu(s), 0 changé(s)");
});

test("days that a file gives count before its hours; what gives way is kept", async () => {
  const station = await createStation("file", "27229001");
  const hours = Array.from({ length: 24 }, (_, hour) => `2026-01-10T${String(hour).padStart(2, "0")}:30:00+01:00;5,5`);
  await sendFile(station, ["time;temperature_c", ...hours].join("\n"));
  const given = (least: string) =>
    `NUM_POSTE;NOM_USUEL;AAAAMMJJ;TN;QTN;TX;QTX;TM;QTM\n27229001;X;20260110;${least};1;8.0;1;4.0;1`;
  await sendFile(station, given("1.0"));
  await sendFile(station, given("2.0"));
  await sendFile(station, ["time;temperature_c", ...hours.map((line) => line.replace("5,5", "6"))].join("\n"));
  expect(await daysOf(station)).toEqual([
    { day: "2026-01-10", min: 2, max: 8, mean: 4, hours: 24, dayHours: 24, given: true },
  ]);
  const kept = await world.one(
    "select (select array_agg(min_c) from station_day_history where station_id = $1) as days, (select count(*)::int from station_temperature_history where station_id = $1) as hours",
    [station],
  );
  expect(kept).toEqual({ days: [1], hours: 24 });
});

test("a file without the station says which it has; a file of something else what is read", async () => {
  const station = await createStation("file", "27999999");
  expect(await sendFile(station, `${metropole}\n27229001;EVREUX;49;1;130;2026010101;3;1;;;;`)).toContain(
    "27229001 EVREUX",
  );
  expect(await sendFile(station, "a,b\n1,2")).toContain("time,temperature_c");
  expect(await world.one("select state from job order by id desc limit 1")).toEqual({ state: "failed" });
});

test("an outdoor sensor: its past at once, then exactly the hours of what changes", async () => {
  const { pointId } = await world.createMeter();
  const at = (text: string) => new Date(`2026-02-0${text}Z`);
  await world.store(pointId, [
    [at("1T10:05"), 4],
    [at("1T10:35"), 6],
    [at("1T11:05"), 8],
  ]);
  const station = await createStation("sensor");
  await world.pool.query(
    "insert into station_sensor (organisation_id, station_id, point_id) select organisation_id, id, $2 from station where id = $1",
    [station, pointId],
  );
  await world.work(recomputeStationKind);
  const passOutbox = async () => {
    await world.pool.query("insert into job (kind) values ('climate')");
    await world.work(climateKind);
  };
  const hours = async () =>
    (
      await world.pool.query(
        "select temperature_c as mean, min_c as min, max_c as max from station_temperature where station_id = $1 order by hour",
        [station],
      )
    ).rows;
  expect(await hours()).toEqual([
    { mean: 5, min: 4, max: 6 },
    { mean: 8, min: 8, max: 8 },
  ]);
  await passOutbox();
  const before = await world.one("select max(known_since) as known from station_temperature where station_id = $1", [
    station,
  ]);
  await world.store(
    pointId,
    [
      [at("1T11:05"), 9],
      [at("2T00:05"), -1],
    ],
    "correction",
  );
  await expect
    .poll(async () => {
      await passOutbox();
      return hours();
    })
    .toEqual([
      { mean: 5, min: 4, max: 6 },
      { mean: 9, min: 9, max: 9 },
      { mean: -1, min: -1, max: -1 },
    ]);
  const untouched = await world.one(
    "select count(*)::int from station_temperature where station_id = $1 and date_trunc('milliseconds', known_since) <= $2",
    [station, (before as { known: Date }).known],
  );
  expect(untouched).toEqual({ count: 1 });
  expect(await daysOf(station)).toMatchObject([
    { day: "2026-02-01", mean: 7, hours: 2 },
    { day: "2026-02-02", hours: 1 },
  ]);
});

const asked: URL[] = [];
let answer: RequestListener = () => undefined;
const server = createServer((request, response) => {
  asked.push(new URL(request.url ?? "", "http://x"));
  answer(request, response);
}).listen(0, "127.0.0.1");
afterAll(() => server.close());
await new Promise((listening) => server.once("listening", listening));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const fetched = fetchWeatherKind({ archiveUrl: `${url}/archive`, forecastUrl: `${url}/forecast` });

/** Answers like Open-Meteo: each hour of the days asked for; the newest are not known yet. */
const likeOpenMeteo: RequestListener = (request, response) => {
  const query = new URL(request.url ?? "", "http://x").searchParams;
  const fromMs = Date.parse(query.get("start_date") ?? "");
  const hours = (Date.parse(query.get("end_date") ?? "") - fromMs) / 3_600_000 + 24;
  const time = Array.from({ length: hours }, (_, hour) =>
    new Date(fromMs + hour * 3_600_000).toISOString().slice(0, 16),
  );
  const temperature_2m = time.map((_, hour) => (hour === hours - 1 ? null : 7.5));
  response.setHeader("content-type", "application/json");
  response.end(
    JSON.stringify({
      latitude: 49,
      hourly_units: { time: "iso8601", temperature_2m: "°C" },
      hourly: { time, temperature_2m },
    }),
  );
};

test("Open-Meteo: the past of a new station, then what is new; a busy service is asked again, a refusal is told", async () => {
  answer = likeOpenMeteo;
  const station = await createStation("open_meteo");
  await world.work(fetched);
  expect(asked.map(({ pathname }) => pathname)).toEqual(["/archive", "/forecast"]);
  expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toMatchObject({
    latitude: "49.02",
    hourly: "temperature_2m",
    timezone: "GMT",
  });
  const { count, latest } = await world.one<{ count: number; latest: Date }>(
    "select count(*)::int, max(hour) as latest from station_temperature where station_id = $1",
    [station],
  );
  expect(count).toBeGreaterThan(700 * 24);
  expect(latest.getTime()).toBeLessThanOrEqual(Date.now());
  const again = async () => {
    await world.pool.query("insert into job (kind, payload) values ('fetch-weather', $1)", [{ stationId: station }]);
    await world.work(fetched);
    return world.one<{ state: string; message: string }>("select state, message from job order by id desc limit 1");
  };
  answer = (_, response) =>
    response.writeHead(429).end('{"error":true,"reason":"Minutely API request limit exceeded."}');
  expect(await again()).toMatchObject({ state: "queued", message: expect.stringContaining("limit exceeded") });
  await world.pool.query("delete from job");
  answer = (_, response) => response.writeHead(400).end('{"error":true,"reason":"Latitude must be in range"}');
  expect(await again()).toMatchObject({
    state: "failed",
    message: expect.stringContaining("Latitude must be in range"),
  });
});

test("where weather is off the job says so", async () => {
  await createStation("open_meteo");
  await world.work(fetchWeatherKind(undefined));
  expect(await lastMessage()).toContain("GTB_WEATHER");
});
