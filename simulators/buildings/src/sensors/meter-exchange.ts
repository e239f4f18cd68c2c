import { epochMs } from "../model/building-series.ts";
import type { Source } from "./sensor-plan.ts";

export type RegisterSource = Extract<Source, { of: "register" }>;

const dayMs = 86_400_000;
/** The technician comes on a Monday morning. */
const timeOfDayMs = 9 * 3_600_000 + 20 * 60_000;

/** How often the meter was exchanged until `timeMs`, this moment included: it depends on the plan alone. */
export function exchangesUntil({ exchange }: RegisterSource, timeMs: number): number {
  if (exchange === undefined) return 0;
  return Math.max(0, Math.floor((timeMs - epochMs - timeOfDayMs) / (exchange.everyDays * dayMs)));
}

/** The moments in [fromMs, toMs) at which the meter was exchanged, and how often it had been before. */
export function exchangesBetween(
  source: RegisterSource,
  fromMs: number,
  toMs: number,
): { readonly atMs: number; readonly before: number }[] {
  const { exchange } = source;
  if (exchange === undefined) return [];
  const first = exchangesUntil(source, fromMs - 1);
  const count = exchangesUntil(source, toMs - 1) - first;
  return Array.from({ length: count }, (_, index) => {
    const before = first + index;
    return { atMs: epochMs + timeOfDayMs + (before + 1) * exchange.everyDays * dayMs, before };
  });
}
