import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Pool } from "@gtb/database/pool";
import { listImportMappings } from "@gtb/database/queries/save-import-mapping";
import type { ImportMapping } from "@gtb/domain/files-in/import-mapping";
import { importPresets } from "@gtb/domain/files-in/presets/catalogue";
import { mappingByPreset } from "@gtb/domain/files-in/propose-mapping";
import { type FileHead, readHead, sampleBytes } from "@gtb/readings/files-in/read-head";
import { fileKindOf } from "@gtb/readings/files-in/read-records";
import { UnreadableFile } from "@gtb/readings/files-in/unreadable-file";
import { WrongUse } from "./exit-code.ts";

const headLines = 120;

/** How the file is to be read: as the organisation (uuid) saved it by that name, or as the preset finds it in the file. */
export async function chooseMapping(
  pool: Pool,
  organisation: string,
  path: string,
  { mapping, preset }: { readonly mapping?: string; readonly preset?: string },
): Promise<object> {
  if (mapping !== undefined && preset !== undefined) throw new WrongUse("--mapping ou --preset, pas les deux.");
  return mapping === undefined ? byPreset(path, preset ?? "") : saved(pool, organisation, mapping);
}

async function saved(pool: Pool, organisation: string, name: string): Promise<object> {
  const mappings = await listImportMappings(pool, organisation);
  const found = mappings.find((one) => one.name === name)?.mapping;
  if (typeof found === "object" && found !== null) return found;
  const names = mappings.map((one) => `« ${one.name} »`).join(", ") || "aucun";
  throw new WrongUse(`Aucun format « ${name} » dans cette collectivité. Formats enregistrés : ${names}.`);
}

async function byPreset(path: string, id: string): Promise<ImportMapping> {
  if (!importPresets.some((preset) => preset.id === id))
    throw new WrongUse(`Aucun format publié « ${id} » : ${importPresets.map((preset) => preset.id).join(", ")}.`);
  const { layout, records } = await headOf(path);
  const mapping = mappingByPreset(id, records, layout);
  if (mapping === undefined) throw new WrongUse(`Ce fichier n'a pas les colonnes du format « ${id} ».`);
  if (mapping.values.some(({ target }) => target.by === "register" && target.register === ""))
    throw new WrongUse("Ce fichier ne nomme pas son compteur : choisissez-le au portail et enregistrez le format.");
  return mapping;
}

async function headOf(path: string): Promise<FileHead> {
  const head = await firstBytes(path);
  try {
    return await readHead(fileKindOf(head) === "spreadsheet" ? await readFile(path) : head, headLines);
  } catch (error) {
    if (error instanceof UnreadableFile) throw new WrongUse(error.message);
    throw error;
  }
}

async function firstBytes(path: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of createReadStream(path, { end: 2 * sampleBytes })) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
