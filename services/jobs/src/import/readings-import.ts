import { findPoints } from "@gtb/database/queries/find-points";
import type { LeasedJob } from "@gtb/database/queries/lease-job";
import { type NewReading, storeReadings } from "@gtb/readings/store-readings";
import type { JobMetrics } from "../metrics.ts";
import type { JobRun } from "../runner/job-run.ts";
import type { NumberedRecord } from "./open-readings-file.ts";
import { parseReadingLine, type ReadingLine } from "./parse-reading-line.ts";

export interface ReadingsImportOptions {
  readonly run: JobRun;
  readonly job: LeasedJob;
  readonly name: string;
  readonly total: number;
  readonly metrics: JobMetrics;
}

interface WaitingLine extends ReadingLine {
  readonly line: number;
}

/** So many refused lines are told; of the others the number. */
const mostTold = 20;
/** A clock may be a little ahead. */
const toleratedFutureMs = 5 * 60_000;
/** Reference years of the French rules begin in 2010: older files exist, much older stamps are faults. */
const earliestMs = Date.UTC(2000, 0, 1);

/** One file's way into the readings: gathers lines, stores them in batches, remembers what was refused. */
export class ReadingsImport {
  readonly #options: ReadingsImportOptions;
  readonly #points = new Map<string, number | undefined>();
  readonly #told: { readonly line: number; readonly reason: string }[] = [];
  #refused = 0;
  #refusedCounted = 0;
  #lines = 0;
  #waiting: WaitingLine[] = [];
  /** Heard before the restart: only looked at again, to tell what was refused. */
  #heard: WaitingLine[] = [];

  constructor(options: ReadingsImportOptions) {
    this.#options = options;
  }

  /** Takes a line; `stored`: it was committed before this worker took the job over. */
  async add({ line, fields }: NumberedRecord, { stored }: { readonly stored: boolean }): Promise<void> {
    this.#lines++;
    const parsed = parseReadingLine(fields);
    if (typeof parsed === "string") return this.#refuse(line, parsed);
    const waiting = stored ? this.#heard : this.#waiting;
    waiting.push({ line, ...parsed });
    if (stored && waiting.length >= 5_000) await this.#lookAgain();
  }

  /** Commits what waits, together with the progress up to that record. */
  async store(record: number): Promise<void> {
    await this.#lookAgain();
    const { run, job, name, total, metrics } = this.#options;
    const readings = await this.#toReadings(this.#waiting);
    this.#waiting = [];
    await run.transaction(async (connection) => {
      await storeReadings(connection, readings, { kind: "import", id: job.uuid, actor: "import", reason: name });
      await run.progress(record, Math.max(record, total), connection);
    });
    metrics.linesImported.inc({ outcome: "stored" }, readings.length);
    metrics.linesImported.inc({ outcome: "refused" }, this.#refused - this.#refusedCounted);
    this.#refusedCounted = this.#refused;
  }

  summary(): string {
    const stored = `${this.#lines - this.#refused} ligne(s) importée(s)`;
    if (this.#refused === 0) return stored;
    const told = this.#told.toSorted((a, b) => a.line - b.line).map(({ line, reason }) => `ligne ${line} : ${reason}`);
    const more = this.#refused > told.length ? [`… et ${this.#refused - told.length} autre(s)`] : [];
    return [`${stored}, ${this.#refused} refusée(s) :`, ...told, ...more].join("\n");
  }

  async #lookAgain(): Promise<void> {
    if (this.#heard.length > 0) await this.#toReadings(this.#heard);
    this.#heard = [];
  }

  /** One reading a point and time: of several lines for one instant the last stands, in a batch as across batches. */
  async #toReadings(lines: readonly WaitingLine[]): Promise<NewReading[]> {
    await this.#findPoints(lines);
    const latestMs = Date.now() + toleratedFutureMs;
    const readings = new Map<string, NewReading>();
    for (const { line, point, time, value } of lines) {
      const pointId = this.#points.get(point);
      if (pointId === undefined) this.#refuse(line, `aucun point ${point}`);
      else if (time.getTime() > latestMs) this.#refuse(line, `${time.toISOString()} est dans l'avenir`);
      else if (time.getTime() < earliestMs) this.#refuse(line, `${time.toISOString()} est trop ancien`);
      else readings.set(`${pointId} ${time.getTime()}`, { pointId, time, value, quality: 0 });
    }
    return [...readings.values()];
  }

  async #findPoints(lines: readonly WaitingLine[]): Promise<void> {
    const unknown = [...new Set(lines.map(({ point }) => point))].filter((point) => !this.#points.has(point));
    if (unknown.length === 0) return;
    const { run, job } = this.#options;
    const found = await findPoints(run.pool, unknown, job.organisationId);
    for (const point of unknown) this.#points.set(point, found.get(point));
  }

  #refuse(line: number, reason: string): void {
    this.#refused++;
    if (this.#told.length < mostTold) this.#told.push({ line, reason });
  }
}
