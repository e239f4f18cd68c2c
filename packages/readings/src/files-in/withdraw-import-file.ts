import type { Connection } from "@gtb/database/pool";
import { appendReadingChange } from "@gtb/database/queries/append-reading-change";
import { withdrawImport } from "@gtb/database/queries/withdraw-import";

/**
 * Takes back a point's readings of a file and marks what changed, in the caller's transaction: what stood there before stands
 * again, what was taken back is kept in the history. Resolves with how many; a second time it is none.
 */
export async function withdrawImportFile(
  connection: Connection,
  undo: { readonly runId: number; readonly reason: string },
  place: { readonly pointId: number; readonly from: Date; readonly to: Date },
): Promise<number> {
  const withdrawn = await withdrawImport(connection, undo.runId, place, undo.reason);
  await appendReadingChange(connection, withdrawn);
  return withdrawn.length;
}
