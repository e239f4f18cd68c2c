import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { demonstratorBuildings } from "../demonstrator/buildings.ts";
import { pointKey } from "../demonstrator/declare-building.ts";
import { faultsBetween } from "../faults.ts";
import { readWeather } from "../model/weather.ts";
import { simulatedBuilding } from "../simulated-building.ts";
import { writeHistoryFile } from "./history-file.ts";

const dayMs = 86_400_000;
const seed = 27;
const fromMs = Date.UTC(2025, 1, 1);
const toMs = fromMs + 300 * dayMs;
const building = simulatedBuilding(
  demonstratorBuildings.find(({ key }) => key === "seine-eure-piscine")!,
  readWeather(),
  seed,
  fromMs,
);
const points = new Map(
  building.sensors.flatMap(({ plan, measurements }) =>
    measurements.map((name) => [pointKey(plan.key, name), pointKey(plan.key, name)] as const),
  ),
);
let folder: string;
let inTime: string[];
let late: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gtb-history-"));
  building.series.advanceTo(toMs);
  const period = { fromMs, toMs, everyMs: 3_600_000 };
  inTime = await linesOf("in-time.csv.gz", period);
  late = await linesOf("late.csv.gz", { ...period, isLate: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function linesOf(name: string, period: Parameters<typeof writeHistoryFile>[2]): Promise<string[]> {
  const file = join(folder, name);
  await writeHistoryFile(file, building, period, points);
  return gunzipSync(await readFile(file))
    .toString()
    .trimEnd()
    .split("\n")
    .slice(1);
}

it("leaves what came late to the late file, which says some of the rest a second time", () => {
  const spans = building.sensors.flatMap(({ plan }) =>
    faultsBetween(seed, [plan.key], ["late-file"], fromMs - 7 * dayMs, toMs).filter(() => hasIndex(plan.key)),
  );
  expect(spans.length).toBeGreaterThan(1);
  const cameLate = (line: string): boolean => {
    const [key = "", time = ""] = line.split(",");
    const atMs = Date.parse(time);
    return spans.some((span) => key.startsWith(`${span.subject} `) && atMs >= span.fromMs && atMs < span.toMs);
  };
  expect(inTime.filter(cameLate)).toEqual([]);
  const repeated = late.filter((line) => !cameLate(line));
  expect(repeated.length).toBeGreaterThan(spans.length * 24);
  expect(repeated.length).toBeLessThan(late.length);
  const known = new Set(inTime);
  expect(repeated.filter((line) => !known.has(line))).toEqual([]);
});

function hasIndex(key: string): boolean {
  return building.plan.meters.some(({ sensorKey }) => sensorKey === key);
}
