import type { Connection } from "@gtb/database/pool";
import { listKeptStarts } from "@gtb/database/queries/list-kept-starts";
import type { ConsumptionWindow } from "@gtb/database/queries/widen-dirty-ranges";

const hourMs = 3_600_000;
/** No retention of readings is as short: what is computed live need not ask. */
const surelyKeptMs = 2 * 24 * hourMs;

export interface KeptWindows {
  readonly windows: ConsumptionWindow[];
  /** Hours that stay as they are, for the readings that they were computed from are gone. */
  readonly hoursRefused: number;
}

/** Cuts off windows the hours whose readings the retention has dropped: from what is left they would come out missing. */
export async function keepLostHours(
  connection: Connection,
  windows: readonly ConsumptionWindow[],
  nowMs: number,
): Promise<KeptWindows> {
  const old = windows.filter(({ hoursFromMs }) => hoursFromMs < nowMs - surelyKeptMs);
  const starts = await listKeptStarts(connection, old);
  const kept = windows.filter((window) => !old.includes(window));
  let hoursRefused = 0;
  for (const [place, window] of old.entries()) {
    const fromMs = Math.min(window.hoursToMs, Math.max(window.hoursFromMs, starts[place] ?? window.hoursFromMs));
    hoursRefused += (fromMs - window.hoursFromMs) / hourMs;
    if (fromMs < window.hoursToMs) kept.push({ ...window, hoursFromMs: fromMs });
  }
  return { windows: kept, hoursRefused };
}
