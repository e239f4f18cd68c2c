import type { Connection } from "@gtb/database/pool";
import { listSoundStarts } from "@gtb/database/queries/list-sound-starts";
import type { ConsumptionWindow } from "@gtb/database/queries/widen-dirty-ranges";

const hourMs = 3_600_000;

export interface Spared {
  readonly windows: ConsumptionWindow[];
  /** Hours that stay as they are, for the readings that they were computed from are gone */
  readonly hoursRefused: number;
}

/**
 * The windows without the hours whose readings the retention has dropped. Those lie before the first full hour after the
 * first reading that is kept: a late reading or a fill would make of them what little is left, and retire what was right.
 */
export async function spareLostHours(connection: Connection, windows: readonly ConsumptionWindow[]): Promise<Spared> {
  const registerIds = [...new Set(windows.map(({ registerId }) => registerId))];
  const starts = await listSoundStarts(connection, registerIds);
  const soundFromMs = new Map(
    starts.map(({ registerId, firstReadingMs }) => [registerId, Math.ceil(firstReadingMs / hourMs) * hourMs]),
  );
  let hoursRefused = 0;
  const spared = windows.flatMap((window) => {
    const hoursFromMs = Math.max(window.hoursFromMs, soundFromMs.get(window.registerId) ?? window.hoursFromMs);
    hoursRefused += (Math.min(hoursFromMs, window.hoursToMs) - window.hoursFromMs) / hourMs;
    return hoursFromMs < window.hoursToMs ? [{ ...window, hoursFromMs }] : [];
  });
  return { windows: spared, hoursRefused };
}
