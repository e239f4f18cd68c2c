import { ImportFileParams, ImportPreview, ImportPreviewBody } from "@gtb/contracts/imports";
import type { Connection } from "@gtb/database/pool";
import { getImportFile } from "@gtb/database/queries/list-import-files";
import { listImportRegisters } from "@gtb/database/queries/list-import-registers";
import { readImportChunk } from "@gtb/database/queries/read-import-chunk";
import { findRegister, type ImportRegister, meterWithoutCurve } from "@gtb/domain/files-in/find-register";
import type { FileRecord, ImportMapping } from "@gtb/domain/files-in/import-mapping";
import { type FileValue, LineConverter, MappingMisfit, type Refusal } from "@gtb/domain/files-in/line-converter";
import { proposeMapping } from "@gtb/domain/files-in/propose-mapping";
import { rawReading } from "@gtb/domain/files-in/raw-reading";
import { readHead, sampleBytes } from "@gtb/readings/files-in/read-head";
import { fileKindOf } from "@gtb/readings/files-in/read-records";
import { UnreadableFile } from "@gtb/readings/files-in/unreadable-file";
import type { z } from "zod";
import { found, ProblemError } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { refuseIncomplete } from "./refuse-incomplete.ts";

const headLines = 120;
const shownLines = 20;

type Preview = z.output<typeof ImportPreview>;

export const previewImportRoute = route({
  method: "POST",
  path: "/api/v1/imports/:importFileId/preview",
  allow: "meter:write",
  summary: "The first lines of a file as a mapping reads them; without one, as the file itself suggests",
  params: ImportFileParams,
  body: ImportPreviewBody,
  reply: ImportPreview,
  handler: async ({ db, params, body }) => {
    const file = found(await getImportFile(db, params.importFileId), "file");
    refuseIncomplete(file);
    const bytes = await readBytes(db, file.id);
    try {
      const { layout, records } = await readHead(bytes, headLines, body.mapping ?? undefined);
      const proposal = body.mapping === null ? proposeMapping(records, layout) : undefined;
      const mapping = body.mapping ?? proposal?.mapping;
      if (mapping === undefined) throw new ProblemError("internal", "No mapping was proposed.");
      const registers = await listImportRegisters(db, file.organisation.id);
      return {
        mapping: draftOf(mapping),
        preset: proposal?.presetName ?? null,
        doubts: [...(proposal?.doubts ?? [])],
        records: records
          .slice(0, shownLines + mapping.headerLine)
          .map(({ line, fields }) => ({ line, fields: [...fields] })),
        ...applied(mapping, records, registers),
      };
    } catch (error) {
      if (error instanceof UnreadableFile) throw new ProblemError("unreadable_file", error.message);
      throw error;
    }
  },
});

function draftOf(mapping: ImportMapping): Preview["mapping"] {
  const { time, values } = mapping;
  return { ...mapping, time: { ...time, columns: [...time.columns] }, values: values.map((value) => ({ ...value })) };
}

/** Of a text the first pieces are enough. */
async function readBytes(db: Connection, file: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for (let number = 0; ; number++) {
    const piece = await readImportChunk(db, file, number);
    if (piece === undefined) break;
    pieces.push(piece);
    length += piece.length;
    if (length >= sampleBytes && fileKindOf(pieces[0] ?? piece) !== "spreadsheet") break;
  }
  return Buffer.concat(pieces);
}

/** What the first lines become. The last interval of a head may wait for a line that was not read: it is left out. */
function applied(
  mapping: ImportMapping,
  records: readonly FileRecord[],
  registers: readonly ImportRegister[],
): Pick<Preview, "values" | "refusals" | "curveless" | "misfit"> {
  const values: FileValue[] = [];
  const refusals: Refusal[] = [];
  try {
    const converter = new LineConverter(mapping);
    for (const record of records) {
      const line = converter.add(record);
      values.push(...line.values);
      refusals.push(...line.refusals);
    }
  } catch (error) {
    if (!(error instanceof MappingMisfit)) throw error;
    return { values: [], refusals: [], curveless: [], misfit: error.message };
  }
  const misfit =
    values.length === 0 && refusals.length === 0 ? "Aucune ligne de valeurs sous la ligne des noms." : null;
  return {
    values: values.slice(0, shownLines).map((value) => shown(value, registers)),
    refusals: refusals.slice(0, shownLines),
    curveless: curvelessOf(values, registers),
    misfit,
  };
}

/** Each meter once. */
function curvelessOf(values: readonly FileValue[], registers: readonly ImportRegister[]): Preview["curveless"] {
  const meters = values.flatMap(({ target, rule }) => meterWithoutCurve(registers, target, rule.content) ?? []);
  const byId = new Map(meters.map(({ meterId, building, meter }) => [meterId, `${building} – ${meter}`]));
  return [...byId].map(([meter, name]) => ({ meter, name }));
}

function shown(value: FileValue, registers: readonly ImportRegister[]): Preview["values"][number] {
  const { line, column, startMs, timeMs, target, rule } = value;
  const time = { line, column, start: startMs === null ? null : new Date(startMs), time: new Date(timeMs) };
  const asRead = { ...time, value: value.value, unit: rule.unit };
  if (target.holds === "point") return { ...asRead, target: target.name, problem: null };
  if (target.name === "") return { ...asRead, target: "", problem: "choisissez un compteur" };
  const register = findRegister(registers, target, rule.content);
  if (typeof register === "string") return { ...asRead, target: target.name, problem: register };
  const name = `${register.building} – ${register.meter} – ${register.name}`;
  const raw = rawReading(value, register);
  if (typeof raw === "string") return { ...asRead, target: name, problem: raw };
  return { ...time, target: name, value: raw.native, unit: register.unit, problem: null };
}
