import { Readable } from "node:stream";
import type { GivenDay } from "@gtb/database/queries/store-station-days";
import type { StationHour } from "@gtb/database/queries/store-station-hours";
import { parse } from "csv-parse";
import { PermanentError } from "../runner/job-kind.ts";
import { parseTemperatureLine, type TemperatureLine } from "./parse-temperature-line.ts";
import { findLayout, type TemperatureLayout } from "./temperature-layout.ts";

export interface ReadTemperatures {
  readonly hours: readonly StationHour[];
  readonly days: readonly GivenDay[];
  /** What could not be used, for people to read: some lines with their numbers, and how many there were. */
  readonly report: string;
}

interface SummedHour {
  sumC: number;
  count: number;
  minC: number;
  maxC: number;
}

/** So many refused lines are told; of the others the number. */
const mostTold = 20;

/**
 * Reads a whole file of temperatures for a station of this code. Several values of one hour make its mean. Throws
 * PermanentError where the file is none that we know, or holds nothing of the station.
 */
export async function readTemperatureFile(text: string, code: string): Promise<ReadTemperatures> {
  const file = new TemperatureFile(code);
  const header = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  const parser = parse({
    bom: true,
    // One delimiter alone: with the semicolon a comma is a decimal one.
    delimiter: header.includes(";") ? ";" : ",",
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: true,
    info: true,
  });
  const rows = Readable.from([text]).pipe(parser) as AsyncIterable<{ info: { lines: number }; record: string[] }>;
  for await (const { info, record } of rows) file.take(record, info.lines);
  return file.read();
}

class TemperatureFile {
  readonly #code: string;
  #layout: TemperatureLayout | undefined;
  readonly #hours = new Map<number, SummedHour>();
  readonly #days = new Map<string, GivenDay>();
  readonly #elsewhere = new Map<string, string>();
  readonly #told: string[] = [];
  #refused = 0;
  #empty = 0;

  constructor(code: string) {
    this.#code = code;
  }

  take(record: readonly string[], lineNumber: number): void {
    if (this.#layout === undefined) {
      this.#layout = findLayout(record);
      if (this.#layout === undefined) throw new PermanentError(unknownHeader(record));
      return;
    }
    this.#note(parseTemperatureLine(record, this.#layout, this.#code), lineNumber);
  }

  #note(line: TemperatureLine, lineNumber: number): void {
    if (line.kind === "hour") this.#addHour(line.hour);
    else if (line.kind === "day") this.#days.set(line.day.day, line.day);
    else if (line.kind === "elsewhere") this.#elsewhere.set(line.code, line.name);
    else if (line.kind === "empty") this.#empty++;
    else {
      this.#refused++;
      if (this.#told.length < mostTold) this.#told.push(`ligne ${lineNumber} : ${line.reason}`);
    }
  }

  #addHour({ hourMs, meanC, minC, maxC }: StationHour): void {
    const sum = this.#hours.get(hourMs) ?? { sumC: 0, count: 0, minC, maxC };
    sum.sumC += meanC;
    sum.count += 1;
    sum.minC = Math.min(sum.minC, minC);
    sum.maxC = Math.max(sum.maxC, maxC);
    this.#hours.set(hourMs, sum);
  }

  read(): ReadTemperatures {
    if (this.#layout === undefined) throw new PermanentError("Le fichier est vide.");
    if (this.#hours.size + this.#days.size + this.#refused + this.#empty === 0 && this.#elsewhere.size > 0)
      throw new PermanentError(this.#wrongStation());
    const hours = [...this.#hours].map(([hourMs, { sumC, count, minC, maxC }]) => ({
      ...{ hourMs, minC, maxC },
      meanC: sumC / count,
    }));
    return { hours, days: [...this.#days.values()], report: this.#report() };
  }

  #wrongStation(): string {
    const others = [...this.#elsewhere].slice(0, mostTold).map(([code, name]) => `${code} ${name}`.trim());
    return `Le fichier ne contient pas la station ${this.#code}. Il contient : ${others.join(", ")}${this.#elsewhere.size > mostTold ? "…" : ""}`;
  }

  #report(): string {
    const parts: string[] = [];
    if (this.#empty > 0) parts.push(`${this.#empty} ligne(s) sans température`);
    if (this.#refused > 0) parts.push([`${this.#refused} ligne(s) refusée(s) :`, ...this.#told].join("\n"));
    if (this.#refused > this.#told.length) parts.push(`… et ${this.#refused - this.#told.length} autre(s)`);
    return parts.join("\n");
  }
}

function unknownHeader(record: readonly string[]): string {
  const shown = record.join(";").slice(0, 120);
  return `En-tête « ${shown} » inconnu. Sont lus : les fichiers de Météo-France (NUM_POSTE;…;AAAAMMJJHH;…;T ou NUM_POSTE;…;AAAAMMJJ;…;TN;…;TX), et « time,temperature_c ».`;
}
