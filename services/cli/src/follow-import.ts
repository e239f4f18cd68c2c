import { setTimeout as delay } from "node:timers/promises";
import type { Pool } from "@gtb/database/pool";
import { getImportRun, type ImportRunRow } from "@gtb/database/queries/list-import-files";
import { listImportRefusals } from "@gtb/database/queries/list-import-refusals";
import { listImportTargets } from "@gtb/database/queries/list-import-targets";
import { showProgress } from "./commands/list-jobs.ts";
import { LinesRefused } from "./exit-code.ts";

/**
 * Tells a run's (uuid) progress on standard error until it ends, then prints what it found and every line that it refused.
 * Throws where it failed, and a LinesRefused where lines were refused. Leaving early leaves the work to its worker.
 */
export async function followImport(pool: Pool, id: string, json: boolean): Promise<void> {
  let told = "";
  for (;;) {
    const run = await getImportRun(pool, id);
    if (run === undefined) throw new Error(`L'import ${id} n'existe plus.`);
    if (run.state === "done" || run.state === "failed") return conclude(pool, run, json);
    const now = `${run.state === "queued" ? "en attente" : "en cours"} : ${showProgress(run)}`;
    if (now !== told) process.stderr.write(`${now}\n`);
    told = now;
    await delay(500);
  }
}

async function conclude(pool: Pool, run: ImportRunRow, json: boolean): Promise<void> {
  const { mapping: _, ...shown } = run;
  const targets = await listImportTargets(pool, run.id);
  if (json) process.stdout.write(`${JSON.stringify({ ...shown, targets })}\n`);
  else if (run.error === null) process.stdout.write(summaryOf(run, targets));
  await tellRefusals(pool, run.id);
  if (run.state === "failed") throw new Error(`L'import a échoué : ${run.error ?? "sans message"}`);
  if (run.refused > 0) throw new LinesRefused(`${run.refused} valeur(s) refusée(s), les autres sont passées.`);
}

function summaryOf(run: ImportRunRow, targets: Awaited<ReturnType<typeof listImportTargets>>): string {
  const { kind, lines, inserted, superseded, unchanged, refused } = run;
  const done = kind === "check" ? "vérifié, rien n'est enregistré" : "importé";
  const counts = `${done} : ${lines} ligne(s), ${inserted} relevé(s) nouveau(x), ${superseded} changé(s), ${unchanged} déjà connu(s), ${refused} refusé(s)`;
  const found = targets.map(
    ({ building, name, from, to, readings, sum, unit, gaps }) =>
      `  ${building} – ${name} : ${from.toISOString()} – ${to.toISOString()}, ${readings} relevé(s), total ${sum} ${unit.replace(".", "")}, ${gaps} trou(s)`,
  );
  return `${[counts, ...found].join("\n")}\n`;
}

/** On standard error, so that what was found can be read by machines. */
async function tellRefusals(pool: Pool, run: string): Promise<void> {
  const limit = 1_000;
  for (let after: { line: number; id: number } | undefined; ; ) {
    const refusals = await listImportRefusals(pool, run, { after, limit });
    for (const { line, column, reason } of refusals)
      process.stderr.write(`ligne ${line}${column === null ? "" : `, ${column}`} : ${reason}\n`);
    const last = refusals.at(-1);
    if (last === undefined || refusals.length < limit) return;
    after = { line: last.line, id: last.id };
  }
}
