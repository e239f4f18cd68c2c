import type { Connection } from "@gtb/database/pool";
import { listComputedHours } from "@gtb/database/queries/list-computed-hours";
import { listFilledHours } from "@gtb/database/queries/list-filled-hours";
import { listRegisterReadings } from "@gtb/database/queries/list-register-readings";
import { listRegisterSetups } from "@gtb/database/queries/list-register-setups";
import { type RegisterBreak, replaceBreaks } from "@gtb/database/queries/replace-breaks";
import { insertHours, type RegisterHour, retireHours } from "@gtb/database/queries/replace-hours";
import { type RollUpRange, rollUpConsumption } from "@gtb/database/queries/roll-up-consumption";
import type { DirtyRange } from "@gtb/database/queries/take-reading-changes";
import { type ConsumptionWindow, widenDirtyRanges } from "@gtb/database/queries/widen-dirty-ranges";
import { counterBreaks } from "@gtb/domain/energy/counter-breaks";
import { fillMissingHours } from "@gtb/domain/energy/fill-missing-hours";
import { hourlyConsumption } from "@gtb/domain/energy/hourly-consumption";
import { kwhPerUnit } from "@gtb/domain/energy/kwh-per-unit";
import type { RegisterSetup } from "@gtb/domain/energy/register";
import { changedRanges } from "./changed-ranges.ts";
import { compareHours } from "./compare-hours.ts";
import { computeDependents } from "./dependents.ts";
import { mergeDirtyRanges, mergeWindows } from "./merge-ranges.ts";
import { lockRegisterGraph, type RegisterGraph } from "./register-graph.ts";
import { spareLostHours } from "./spare-lost-hours.ts";

export interface Computed {
  readonly readings: number;
  readonly hoursWritten: number;
  /** Hours that stay as they are, for the readings that they were computed from are gone */
  readonly hoursRefused: number;
}

/** Why hours are computed, as their history tells it. */
export type ComputingReason = "readings changed" | "recomputed" | "missing hours filled";

/** Bounds what is in memory at once: about as many hours, and six times as many readings of 10 minutes. */
const hoursAtOnce = 20_000;
const hourMs = 3_600_000;

/**
 * Computes the hours that readings within the ranges can change, and stores what differs, in the caller's transaction.
 * It reads all that it needs behind a lock on the registers, so of two that compute the same the later one stands.
 * Computing again changes nothing.
 */
export async function computeRanges(
  connection: Connection,
  ranges: readonly DirtyRange[],
  reason: ComputingReason,
): Promise<Computed> {
  const merged = mergeDirtyRanges(ranges);
  const graph = await lockRegisterGraph(connection, [...new Set(merged.map(({ registerId }) => registerId))]);
  const { true: virtual = [], false: physical = [] } = Object.groupBy(merged, ({ registerId }) =>
    graph.virtualIds.has(registerId) ? "true" : "false",
  );
  const wide = mergeWindows(await widenDirtyRanges(connection, physical));
  const { windows, hoursRefused } = await spareLostHours(connection, wide);
  const setups = await readSetups(connection, windows);
  let total = { readings: 0, hoursWritten: 0 };
  for (const group of groupByHours(windows)) {
    const computed = await computeWindows(connection, group, { setups, graph, reason });
    total = {
      readings: total.readings + computed.readings,
      hoursWritten: total.hoursWritten + computed.hoursWritten,
    };
  }
  const virtualHours = await computeDependents(connection, graph, virtual.map(wholeHours), reason);
  return { ...total, hoursWritten: total.hoursWritten + virtualHours, hoursRefused };
}

interface Computing {
  readonly setups: ReadonlyMap<number, RegisterSetup>;
  readonly graph: RegisterGraph;
  readonly reason: ComputingReason;
}

async function computeWindows(
  connection: Connection,
  windows: readonly ConsumptionWindow[],
  { setups, graph, reason }: Computing,
): Promise<Omit<Computed, "hoursRefused">> {
  const readings = await listRegisterReadings(connection, windows);
  const stored = await listComputedHours(connection, windows);
  const filled = await listFilledHours(connection, windows);
  const retired: RegisterHour[] = [];
  const inserted: RegisterHour[] = [];
  const breaks: RegisterBreak[] = [];
  for (const [index, { registerId, hoursFromMs, hoursToMs }] of windows.entries()) {
    const setup = setups.get(registerId);
    if (setup === undefined) continue;
    const period = { fromMs: hoursFromMs, toMs: hoursToMs };
    const computed = hourlyConsumption(readings[index] ?? [], setup, period);
    const hours = fillMissingHours(computed, filled[index] ?? [], setup.kwhPerUnit);
    for (const found of counterBreaks(readings[index] ?? [], setup, period)) breaks.push({ registerId, ...found });
    const changes = compareHours(stored[index] ?? [], hours);
    for (const hour of changes.retired) retired.push({ registerId, ...hour });
    for (const hour of changes.inserted) inserted.push({ registerId, ...hour });
  }
  await retireHours(connection, retired, reason);
  await insertHours(connection, inserted);
  await replaceBreaks(connection, windows, breaks);
  // Recomputing makes all of it anew, also where no hour has changed: the building's time zone may have.
  await rollUpConsumption(
    connection,
    reason === "recomputed" ? windows.map(wholeWindow) : changedRanges([...retired, ...inserted]),
  );
  const followed = await computeDependents(connection, graph, changedRanges([...retired, ...inserted]), reason);
  const readingCount = readings.reduce((count, list) => count + list.length, 0);
  return { readings: readingCount, hoursWritten: Math.max(retired.length, inserted.length) + followed };
}

async function readSetups(
  connection: Connection,
  windows: readonly ConsumptionWindow[],
): Promise<ReadonlyMap<number, RegisterSetup>> {
  const rows = await listRegisterSetups(connection, [...new Set(windows.map(({ registerId }) => registerId))]);
  return new Map(
    rows.map(({ registerId, kind, unit, energy, parameters, events, gasCoefficients }) => [
      registerId,
      { kind, parameters, events, kwhPerUnit: kwhPerUnit({ energy, unit }, gasCoefficients) },
    ]),
  );
}

function groupByHours(windows: readonly ConsumptionWindow[]): ConsumptionWindow[][] {
  const groups: ConsumptionWindow[][] = [];
  let left = 0;
  for (const window of windows) {
    const hours = (window.hoursToMs - window.hoursFromMs) / hourMs;
    if (hours > left) {
      groups.push([]);
      left = hoursAtOnce;
    }
    groups.at(-1)?.push(window);
    left -= hours;
  }
  return groups;
}

function wholeWindow({ registerId, hoursFromMs: fromMs, hoursToMs: toMs }: ConsumptionWindow): RollUpRange {
  return { registerId, fromMs, toMs };
}

/** A virtual register's range of readings, to the hours that hold them. */
function wholeHours({ registerId, fromMs, toMs }: DirtyRange): RollUpRange {
  const from = Math.floor(fromMs / hourMs) * hourMs;
  return { registerId, fromMs: from, toMs: Math.max(Math.ceil(toMs / hourMs) * hourMs, from + hourMs) };
}
