import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildingFaultKinds, type Fault, faultsBetween } from "../faults.ts";
import { gasCoefficientKwhPcsPerM3 } from "../model/heating.ts";
import { exchangesBetween } from "../sensors/meter-exchange.ts";
import type { MeterPlan } from "../sensors/sensor-plan.ts";
import { faultKindsOf } from "../sensors/sensor-reports.ts";
import { countAt } from "../sensors/sensor-values.ts";
import type { SimulatedBuilding } from "../simulated-building.ts";

const hourMs = 3_600_000;

/**
 * Writes what truly flowed through each meter of a building in the full hours of [fromMs, toMs), one file a month (UTC):
 * `<folder>/<building>/<month>.csv`, header `meter,hour,native,unit,energyKwh` (gas in kWh PCS; water has none).
 */
export async function writeConsumptionTruth(
  folder: string,
  building: SimulatedBuilding,
  fromMs: number,
  toMs: number,
): Promise<void> {
  const months = new Map<string, string[]>();
  for (let hour = Math.ceil(fromMs / hourMs) * hourMs; hour + hourMs <= toMs; hour += hourMs) {
    const time = new Date(hour).toISOString();
    const month = time.slice(0, 7);
    const rows = months.get(month) ?? ["meter,hour,native,unit,energyKwh"];
    months.set(month, rows);
    for (const meter of building.plan.meters) rows.push(`${meter.key},${time},${truthOf(building, meter, hour)}`);
  }
  await mkdir(join(folder, building.plan.key), { recursive: true });
  for (const [month, rows] of months)
    await writeWhole(join(folder, building.plan.key, `${month}.csv`), `${rows.join("\n")}\n`);
}

function truthOf({ series }: SimulatedBuilding, meter: MeterPlan, hour: number): string {
  const native = series.register(meter.flow, hour + hourMs) - series.register(meter.flow, hour);
  if (meter.energy === "electricity") return `${native},kW.h,${native}`;
  return meter.energy === "gas" ? `${native},m3,${native * gasCoefficientKwhPcsPerM3(hour)}` : `${native},m3,`;
}

/** Writes every injected fault that began in [fromMs, toMs) as `<folder>/faults.json`, with what it was and when. */
export async function writeFaultsTruth(
  folder: string,
  buildings: readonly SimulatedBuilding[],
  seed: number,
  { fromMs, liveFromMs, toMs }: { readonly fromMs: number; readonly liveFromMs: number; readonly toMs: number },
): Promise<void> {
  const faults = buildings
    .flatMap((building) => [
      ...faultsBetween(seed, [building.plan.key], buildingFaultKinds, fromMs, toMs),
      ...building.plan.sensors.flatMap((sensor) =>
        faultsBetween(seed, [sensor.key], faultKindsOf(sensor), fromMs, toMs),
      ),
      ...rolloversBetween(building, fromMs, toMs),
      ...exchangesOf(building, fromMs, toMs),
    ])
    .filter(({ kind, fromMs: begunMs }) => kind !== "late-file" || begunMs < liveFromMs);
  faults.sort((a, b) => a.fromMs - b.fromMs);
  await mkdir(folder, { recursive: true });
  const file = join(folder, "faults.json");
  const simulatedFrom = new Date(Math.max(...buildings.map(({ series }) => series.fromMs))).toISOString();
  const told: ToldFault[] = faults.map(({ subject, kind, fromMs: from, toMs: to }) => ({
    subject,
    kind,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
  }));
  // Rollovers are found in the simulated course, of which a later start keeps less.
  const older = (await readTold(file)).filter(({ kind, from }) => kind === "rollover" && from < simulatedFrom);
  await writeWhole(file, `${JSON.stringify([...older, ...told], null, 1)}\n`);
}

/** The hours in which an index of the building began at 0 again. */
function rolloversBetween({ plan, series }: SimulatedBuilding, fromMs: number, toMs: number): Fault[] {
  const faults: Fault[] = [];
  for (const { key: subject, readings } of plan.sensors) {
    for (const { source } of Object.values(readings)) {
      if (source.of !== "register") continue;
      let before = 0;
      for (let hour = Math.ceil(Math.max(fromMs, series.fromMs) / hourMs) * hourMs; hour < toMs; hour += hourMs) {
        const count = countAt(source, series.register(source.flow, hour), hour);
        if (count < before && exchangesBetween(source, hour - hourMs, hour + 1).length === 0)
          faults.push({ subject, kind: "rollover", fromMs: hour - hourMs, toMs: hour });
        before = count;
      }
    }
  }
  return faults;
}

function exchangesOf({ plan }: SimulatedBuilding, fromMs: number, toMs: number): Fault[] {
  return plan.sensors.flatMap(({ key: subject, readings }) =>
    Object.values(readings).flatMap(({ source }) => {
      if (source.of !== "register") return [];
      const kind = source.exchange?.recorded ? "exchange-recorded" : "exchange-unrecorded";
      return exchangesBetween(source, fromMs, toMs).map(
        ({ atMs }) => ({ subject, kind, fromMs: atMs, toMs: atMs }) as const,
      );
    }),
  );
}

interface ToldFault {
  readonly subject: string;
  readonly kind: string;
  /** ISO 8601 */
  readonly from: string;
  readonly to: string;
}

async function readTold(file: string): Promise<ToldFault[]> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as ToldFault[];
  } catch {
    return [];
  }
}

async function writeWhole(file: string, text: string): Promise<void> {
  await writeFile(`${file}.part`, text);
  await rename(`${file}.part`, file);
}
