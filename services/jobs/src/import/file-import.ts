import type { Connection } from "@gtb/database/pool";
import { listPointsWithoutPast, listStoredValues } from "@gtb/database/queries/list-stored-values";
import { addToImportRun, type ImportRunSetup } from "@gtb/database/queries/load-import-run";
import { type NewRefusal, storeRefusals, storeRunTargets } from "@gtb/database/queries/store-import-batch";
import { readingQuality } from "@gtb/domain/energy/reading-quality";
import type { FileRecord } from "@gtb/domain/files-in/import-mapping";
import type { ConvertedLine, FileValue, LineConverter } from "@gtb/domain/files-in/line-converter";
import { type NewReading, type StoredReadings, storeReadings } from "@gtb/readings/store-readings";
import type { JobMetrics } from "../metrics.ts";
import type { JobRun } from "../runner/job-run.ts";
import type { ValueResolver } from "./resolve-values.ts";
import { RunTotals } from "./run-totals.ts";

export interface FileImportOptions {
  readonly run: JobRun;
  /** The run's uuid: the source of its readings */
  readonly source: string;
  readonly setup: ImportRunSetup;
  readonly converter: LineConverter;
  readonly resolver: ValueResolver;
  readonly total: number | null;
  readonly metrics: JobMetrics;
}

interface Waiting {
  readonly value: FileValue;
  /** An earlier worker has committed it: it is counted and not written again. */
  readonly stored: boolean;
}

/** Values in one transaction; a line of a wide file may hold many. */
const batchSize = 5_000;

/** One file's way through a run: takes its lines, commits them in batches together with what was refused and how far it is. */
export class FileImport {
  readonly #options: FileImportOptions;
  readonly #totals = new RunTotals();
  #waiting: Waiting[] = [];
  #refusals: NewRefusal[] = [];
  #newLines = 0;

  constructor(options: FileImportOptions) {
    this.#options = options;
  }

  get isFull(): boolean {
    return this.#waiting.length >= batchSize || this.#newLines >= batchSize || this.#refusals.length >= batchSize;
  }

  add(record: FileRecord, stored: boolean): void {
    this.#take(this.#options.converter.add(record), stored);
    if (!stored) this.#newLines++;
  }

  /** Commits what waits, with the progress up to that record. */
  async commit(record: number): Promise<void> {
    const { run, total } = this.#options;
    const readings = await this.#resolve();
    await run.transaction(async (connection) => {
      await this.#write(connection, readings);
      await run.progress(record, total === null ? null : Math.max(record, total), connection);
    });
    this.#tell(readings.length);
  }

  /** The end of the file. */
  async finish(record: number): Promise<void> {
    this.#take(this.#options.converter.finish(), false);
    await this.commit(record);
    if (this.#options.setup.kind === "import") await this.#anchorFirstIntervals();
  }

  #take({ values, refusals }: ConvertedLine, stored: boolean): void {
    for (const value of values) this.#waiting.push({ value, stored });
    if (!stored) this.#refusals.push(...refusals);
  }

  /** The readings to write: one a point and time, of several lines for one instant the last. */
  async #resolve(): Promise<NewReading[]> {
    const waiting = this.#waiting;
    this.#waiting = [];
    const resolved = await this.#options.resolver.resolve(waiting.map(({ value }) => value));
    const readings = new Map<string, NewReading>();
    for (const [index, result] of resolved.entries()) {
      const stored = waiting[index]?.stored ?? false;
      if ("reason" in result) {
        if (!stored) this.#refusals.push(result);
        continue;
      }
      this.#totals.add(result);
      const { pointId, timeMs, value, quality } = result;
      if (!stored) readings.set(`${pointId} ${timeMs}`, { pointId, time: new Date(timeMs), value, quality });
    }
    return [...readings.values()];
  }

  async #write(connection: Connection, readings: readonly NewReading[]): Promise<void> {
    const { setup, source } = this.#options;
    const counts =
      setup.kind === "check"
        ? await compare(connection, readings)
        : await storeReadings(connection, readings, this.#origin(source));
    await storeRefusals(connection, setup, this.#refusals);
    await storeRunTargets(connection, setup, this.#totals.takeTouched());
    await addToImportRun(connection, setup.runId, { ...counts, lines: this.#newLines, refused: this.#refusals.length });
  }

  /**
   * A reading of an interval register says what passed up to it, from the reading before. The first of a point has none: a
   * reading of nothing, marked as an estimate, stands where its interval begins, or the first day of a file would be lost.
   */
  async #anchorFirstIntervals(): Promise<void> {
    const { run, source } = this.#options;
    const starts = this.#totals.firstStarts();
    const bare = await listPointsWithoutPast(run.pool, starts);
    const anchors = starts
      .filter(({ pointId }) => bare.has(pointId))
      .map((start) => ({ ...start, value: 0, quality: readingQuality.estimatedAtSource }));
    await run.transaction((connection) => storeReadings(connection, anchors, this.#origin(source)));
  }

  #origin(id: string) {
    return { kind: "import", id, actor: "import", reason: this.#options.setup.name } as const;
  }

  #tell(stored: number): void {
    const { metrics, setup } = this.#options;
    if (setup.kind === "import") {
      metrics.linesImported.inc({ outcome: "stored" }, stored);
      metrics.linesImported.inc({ outcome: "refused" }, this.#refusals.length);
    }
    this.#refusals = [];
    this.#newLines = 0;
  }
}

/** What storing would do. */
async function compare(connection: Connection, readings: readonly NewReading[]): Promise<StoredReadings> {
  const stored = await listStoredValues(connection, readings);
  let [inserted, unchanged] = [0, 0];
  for (const [index, { value }] of readings.entries()) {
    if (stored[index] === undefined) inserted++;
    else if (stored[index] === value) unchanged++;
  }
  return { inserted, unchanged, superseded: readings.length - inserted - unchanged };
}
