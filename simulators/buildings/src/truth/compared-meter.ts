import type { Pool } from "@gtb/database/pool";
import { listComputedHours } from "@gtb/database/queries/list-computed-hours";
import { listRegisterReadings } from "@gtb/database/queries/list-register-readings";
import { inTransaction } from "@gtb/database/transaction";
import type { MeterPlan } from "../sensors/sensor-plan.ts";
import { compareDays, compareGaps, type DayComparison, type GapComparison } from "./compare-meter.ts";
import type { TrueHours } from "./read-truth.ts";

export interface ComparedMeter {
  readonly meter: MeterPlan;
  readonly days: readonly DayComparison[];
  readonly gaps: readonly GapComparison[];
}

/** What the platform computed for a meter over the time of which the truth is known, day by day and gap by gap. */
export async function compareMeter(
  pool: Pool,
  { meter, registerId, truth }: { readonly meter: MeterPlan; readonly registerId: number; readonly truth: TrueHours },
): Promise<ComparedMeter> {
  const times = [...truth.keys()];
  const fromMs = times[0] ?? 0;
  const toMs = (times.at(-1) ?? 0) + 3_600_000;
  const window = { registerId, hoursFromMs: fromMs, hoursToMs: toMs, loadFromMs: fromMs, loadToMs: toMs };
  return inTransaction(pool, async (connection) => {
    const [hours = []] = await listComputedHours(connection, [window]);
    const [readings = []] = await listRegisterReadings(connection, [window]);
    const facts = { truth, hours, readings, step: meter.unitPerCount };
    const days = compareDays(facts);
    return { meter, days, gaps: compareGaps(facts, days) };
  });
}
