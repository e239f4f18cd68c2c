import type { Connection } from "@gtb/database/pool";
import { appendReadingChange } from "@gtb/database/queries/append-reading-change";
import {
  listSupersededReadings,
  lockReadings,
  type ReadingRange,
  type SourcedReading,
} from "@gtb/database/queries/list-readings-to-correct";
import { restoreReadings } from "@gtb/database/queries/restore-readings";
import { finishCorrection, takeCorrections, type WaitingCorrection } from "@gtb/database/queries/take-corrections";
import { isSuspect, readingQuality } from "@gtb/domain/energy/reading-quality";
import { beforeCorrections } from "./before-corrections.ts";
import { storeReadings } from "./store-readings.ts";

/**
 * Applies a correction (inner id), and those of its point that were made before and still wait, in the caller's transaction.
 * Resolves with how many readings it changed itself; undefined when it was applied before, or is not there.
 */
export async function applyCorrections(connection: Connection, correctionId: number): Promise<number | undefined> {
  let changed: number | undefined;
  for (const correction of await takeCorrections(connection, correctionId)) {
    changed = await apply[correction.kind](connection, correction);
    await finishCorrection(connection, correction.id, changed);
  }
  return changed;
}

type Apply = (connection: Connection, correction: WaitingCorrection) => Promise<number>;

const apply: Readonly<Record<WaitingCorrection["kind"], Apply>> = {
  set: async (connection, correction) => {
    const { pointId, from: time, value } = correction;
    return store(connection, correction, [{ pointId, time, value: value ?? 0, quality: 0 }]);
  },
  // A correction with the same value: whatever is decoded or imported again later does not make it count again.
  void: async (connection, correction) => {
    const { pointId } = correction;
    const sound = (await lockReadings(connection, correction)).filter(({ quality }) => !isSuspect(quality));
    const voided = sound.map(({ time, value, quality }) => ({
      time,
      value,
      quality: quality | readingQuality.suspect,
    }));
    return store(
      connection,
      correction,
      voided.map((reading) => ({ pointId, ...reading })),
    );
  },
  restore: async (connection, correction) => {
    const corrected = (await lockReadings(connection, correction)).filter(
      ({ sourceKind }) => sourceKind === "correction",
    );
    if (corrected.length === 0) return 0;
    const { restored, removed } = await findOriginals(connection, correction, corrected);
    await restoreReadings(connection, { ...correction, restored, removed, actor: actorOf(correction) });
    await appendReadingChange(
      connection,
      corrected.map(({ time }) => ({ pointId: correction.pointId, time })),
    );
    return corrected.length;
  },
};

async function store(
  connection: Connection,
  correction: WaitingCorrection,
  readings: Parameters<typeof storeReadings>[1],
): Promise<number> {
  const { uuid: id, reason } = correction;
  const source = { kind: "correction", id, actor: actorOf(correction), reason } as const;
  const { inserted, superseded } = await storeReadings(connection, readings, source);
  return inserted + superseded;
}

async function findOriginals(connection: Connection, range: ReadingRange, corrected: readonly SourcedReading[]) {
  const history = Map.groupBy(await listSupersededReadings(connection, range), ({ time }) => time.getTime());
  const restored: SourcedReading[] = [];
  const removed: Date[] = [];
  for (const reading of corrected) {
    const original = beforeCorrections(reading, history.get(reading.time.getTime()) ?? []);
    if (original === undefined) removed.push(reading.time);
    else restored.push(original);
  }
  return { restored, removed };
}

/** By number: a name could not be erased from the history. */
function actorOf({ madeBy }: WaitingCorrection): string {
  return madeBy === null ? "correction" : `user ${madeBy}`;
}
