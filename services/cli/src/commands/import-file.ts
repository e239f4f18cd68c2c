import { open, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Pool } from "@gtb/database/pool";
import { findOrganisationsByName } from "@gtb/database/queries/find-organisations-by-name";
import { insertImportFile } from "@gtb/database/queries/insert-import-file";
import { insertImportRun } from "@gtb/database/queries/insert-import-run";
import { putImportChunk } from "@gtb/database/queries/put-import-chunk";
import { WrongUse } from "../exit-code.ts";
import { followImport } from "../follow-import.ts";
import { chooseMapping } from "../import-mapping-choice.ts";
import { withDatabase } from "../with-database.ts";

export interface ImportFileOptions {
  readonly name?: string;
  readonly organisation?: string;
  readonly mapping?: string;
  readonly preset?: string;
  /** Read and compare the whole file, store no reading. */
  readonly dryRun: boolean;
  readonly wait: boolean;
  readonly json: boolean;
}

const pieceBytes = 1024 ** 2;

/**
 * `gtb import <file> --mapping|--preset`: brings a file as the portal does and has it checked or imported. The bytes go to
 * the database, so the worker needs not see the file.
 */
export async function importFile(given: string, options: ImportFileOptions): Promise<void> {
  const path = resolve(given);
  const { size } = await stat(path).catch(() => {
    throw new WrongUse(`Fichier illisible : ${path}`);
  });
  if (size === 0) throw new WrongUse(`Fichier vide : ${path}`);
  await withDatabase(async (pool) => {
    const organisation = await findOrganisation(pool, options.organisation);
    const mapping = await chooseMapping(pool, organisation, path, options);
    const file = await bring(pool, organisation, path, { name: options.name ?? basename(path), bytes: size });
    const run = await insertImportRun(pool, { file, kind: options.dryRun ? "check" : "import", mapping });
    if (run === undefined) throw new Error("Le fichier a disparu.");
    process.stderr.write(`import ${run} en file\n`);
    if (options.wait) await followImport(pool, run, options.json);
    else if (options.json) process.stdout.write(`${JSON.stringify({ id: run, state: "queued" })}\n`);
  });
}

async function findOrganisation(pool: Pool, given: string | undefined): Promise<string> {
  if (given === undefined) throw new WrongUse("À quelle collectivité ? --organisation <nom, code INSEE ou uuid>.");
  const [first, ...others] = await findOrganisationsByName(pool, given);
  if (first === undefined) throw new WrongUse(`Aucune collectivité « ${given} ».`);
  if (others.length > 0) throw new WrongUse(`Plusieurs collectivités « ${given} » : donnez le code INSEE ou l'uuid.`);
  return first.id;
}

async function bring(
  pool: Pool,
  organisation: string,
  path: string,
  file: { readonly name: string; readonly bytes: number },
): Promise<string> {
  const id = await insertImportFile(pool, { organisation, ...file });
  if (id === undefined) throw new Error("La collectivité a disparu.");
  const handle = await open(path, "r");
  try {
    for (let number = 0; ; number++) {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(pieceBytes), 0, pieceBytes);
      if (bytesRead === 0) return id;
      if (!(await putImportChunk(pool, id, number, buffer.subarray(0, bytesRead))))
        throw new Error("Le fichier a changé pendant l'envoi.");
    }
  } finally {
    await handle.close();
  }
}
