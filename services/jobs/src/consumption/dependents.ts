import type { Connection } from "@gtb/database/pool";
import { type BelievedFormula, listBelievedFormulas } from "@gtb/database/queries/list-believed-formulas";
import { listComputedHours } from "@gtb/database/queries/list-computed-hours";
import { listLocalDays } from "@gtb/database/queries/list-local-days";
import { insertHours, type RegisterHour, retireHours } from "@gtb/database/queries/replace-hours";
import { type RollUpRange, rollUpConsumption } from "@gtb/database/queries/roll-up-consumption";
import type { HourlyConsumption } from "@gtb/domain/energy/hour-accumulator";
import type { HourMap } from "@gtb/domain/energy/prefer-sources";
import { changedRanges } from "./changed-ranges.ts";
import { compareHours } from "./compare-hours.ts";
import { mergeDirtyRanges } from "./merge-ranges.ts";
import type { RegisterGraph } from "./register-graph.ts";
import { virtualHours } from "./virtual-hours.ts";

/**
 * Computes the virtual registers again that follow from changed hours, over the local days of those hours, and stores
 * what differs with its days and months. `changed` may also name virtual registers that are to be computed for
 * themselves. Returns how many hours were written.
 */
export async function computeDependents(
  connection: Connection,
  { levels }: RegisterGraph,
  changed: readonly RollUpRange[],
  reason: string,
): Promise<number> {
  const ranges = [...changed];
  let hoursWritten = 0;
  for (const level of levels) {
    const touched = level.flatMap(({ registerId, inputIds }) =>
      ranges
        .filter((range) => range.registerId === registerId || inputIds.includes(range.registerId))
        .map(({ fromMs, toMs }) => ({ registerId, fromMs, toMs })),
    );
    if (touched.length === 0) continue;
    const written = await computeLevel(connection, mergeDirtyRanges(touched), reason);
    ranges.push(...changedRanges(written));
    hoursWritten += written.length;
  }
  return hoursWritten;
}

async function computeLevel(
  connection: Connection,
  touched: readonly RollUpRange[],
  reason: string,
): Promise<RegisterHour[]> {
  const days = await listLocalDays(connection, touched);
  const formulas = await listBelievedFormulas(connection, [...new Set(days.map(({ registerId }) => registerId))]);
  const stored = await readHours(connection, days, (registerId) => [registerId]);
  const inputs = await readHours(connection, days, (registerId) => inputsOf(formulas, registerId));
  const retired: RegisterHour[] = [];
  const inserted: RegisterHour[] = [];
  for (const [registerId, own] of Map.groupBy(days, (day) => day.registerId)) {
    const formulasOfIt = formulas.filter((formula) => formula.registerId === registerId);
    const computed = formulasOfIt.flatMap((formula) => virtualHours(formula, own, inputs));
    const before = [...(stored.get(registerId) ?? new Map<number, HourlyConsumption>()).values()];
    const changes = compareHours(before, computed);
    for (const hour of changes.retired) retired.push({ registerId, ...hour });
    for (const hour of changes.inserted) inserted.push({ registerId, ...hour });
  }
  await retireHours(connection, retired, reason);
  await insertHours(connection, inserted);
  const written = [...retired, ...inserted];
  await rollUpConsumption(connection, reason === "recomputed" ? touched : changedRanges(written));
  return written;
}

function inputsOf(formulas: readonly BelievedFormula[], registerId: number): number[] {
  const own = formulas.filter((formula) => formula.registerId === registerId);
  return own.flatMap(({ inputs }) => inputs.map((input) => input.registerId));
}

/** Stored hours over the days of each register, of that register or of those that it needs. */
async function readHours(
  connection: Connection,
  days: readonly RollUpRange[],
  registersFor: (registerId: number) => readonly number[],
): Promise<Map<number, HourMap>> {
  const asked = days.flatMap(({ registerId, fromMs, toMs }) =>
    registersFor(registerId).map((id) => ({ registerId: id, fromMs, toMs })),
  );
  const windows = mergeDirtyRanges(asked).map(({ registerId, fromMs, toMs }) => ({
    registerId,
    hoursFromMs: fromMs,
    hoursToMs: toMs,
    loadFromMs: fromMs,
    loadToMs: toMs,
  }));
  const hours = await listComputedHours(connection, windows);
  const wanted = Map.groupBy(windows, ({ registerId }) => registerId);
  return new Map(
    [...wanted].map(([registerId, own]) => {
      const all = own.flatMap((window) => hours[windows.indexOf(window)] ?? []);
      return [registerId, new Map(all.map((hour) => [hour.hourMs, hour]))] as const;
    }),
  );
}
