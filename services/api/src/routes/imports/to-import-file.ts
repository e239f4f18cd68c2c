import { ImportMapping } from "@gtb/contracts/import-mapping";
import type { ImportFile, ImportRun } from "@gtb/contracts/imports";
import type { ImportFileRow, ImportRunRow } from "@gtb/database/queries/list-import-files";
import type { z } from "zod";

/** A stored file as the contract shows it. */
export function toImportFile({ latestRun, ...file }: ImportFileRow): z.output<typeof ImportFile> {
  return { ...file, latestRun: latestRun && toImportRun(latestRun) };
}

/** What was stored under an older form of mappings is shown as none. */
export function toImportRun(run: ImportRunRow): z.output<typeof ImportRun> {
  return { ...run, mapping: ImportMapping.nullable().catch(null).parse(run.mapping) };
}
