import { setTimeout as sleep } from "node:timers/promises";
import type { ImportClient, ImportRunAnswer } from "./import-client.ts";

/** Looks at a run, as the page's progress bar does, until it ends. `onProgress`: with the share done, and lines. */
export async function followRun(
  client: ImportClient,
  { id }: ImportRunAnswer,
  onProgress: (share: number, lines: number) => Promise<void>,
): Promise<ImportRunAnswer> {
  let told = -1;
  for (;;) {
    const run = await client.get<ImportRunAnswer>(`/import-runs/${id}`);
    if (run.state === "done" || run.state === "failed") return run;
    const share = run.progressTotal ? run.progressDone / run.progressTotal : 0;
    if (share - told >= 0.1 || told < 0) await onProgress(share, run.progressDone);
    if (share - told >= 0.1 || told < 0) told = share;
    await sleep(500);
  }
}
