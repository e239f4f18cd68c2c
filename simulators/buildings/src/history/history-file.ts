import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { type PointIds, pointKey } from "../demonstrator/declare-building.ts";
import type { SensorReports } from "../sensors/sensor-reports.ts";
import type { SimulatedBuilding } from "../simulated-building.ts";
import type { HistoryPeriod } from "./history-periods.ts";

const dayMs = 86_400_000;
const compress = promisify(gzip);

/** Writes a building's readings of a period as the platform imports them; the file appears whole or not at all. */
export async function writeHistoryFile(
  file: string,
  building: SimulatedBuilding,
  period: HistoryPeriod,
  points: PointIds,
): Promise<number> {
  const rows = ["point,time,value"];
  for (const sensor of building.sensors) appendReadings(rows, sensor, period, points);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.part`, await compress(`${rows.join("\n")}\n`, { level: 1 }));
  await rename(`${file}.part`, file);
  return rows.length - 1;
}

function appendReadings(rows: string[], sensor: SensorReports, period: HistoryPeriod, points: PointIds): void {
  const ids = sensor.measurements.map((measurement) => points.get(pointKey(sensor.plan.key, measurement)));
  const everyMs = Math.max(sensor.periodMs, period.everyMs);
  for (let timeMs = sensor.nextAt(period.fromMs, everyMs); timeMs < period.toMs; timeMs += everyMs) {
    if (isLeftOut(sensor, period, timeMs)) continue;
    const values = sensor.valuesAt(timeMs);
    if (values === undefined) continue;
    const time = new Date(timeMs).toISOString();
    for (let index = 0; index < values.length; index++) rows.push(`${ids[index]},${time},${values[index]}`);
  }
}

/** What came late is in the late file alone; that one repeats the day before and after, as such files do. */
function isLeftOut(sensor: SensorReports, { isLate }: HistoryPeriod, timeMs: number): boolean {
  const cameLate = (atMs: number): boolean => sensor.fault("late-file", atMs) !== undefined;
  return isLate ? !(cameLate(timeMs) || cameLate(timeMs - dayMs) || cameLate(timeMs + dayMs)) : cameLate(timeMs);
}
