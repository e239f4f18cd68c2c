import type { ImportFileRow } from "@gtb/database/queries/list-import-files";
import { ProblemError } from "../../problem-error.ts";

/** Throws a problem while pieces of the file are missing, or once they are gone. */
export function refuseIncomplete({ bytes, receivedBytes, prunedAt }: ImportFileRow): void {
  if (prunedAt !== null) throw new ProblemError("pruned_file", `Its bytes were deleted at ${prunedAt.toISOString()}.`);
  if (receivedBytes === bytes) return;
  throw new ProblemError("incomplete_file", `${receivedBytes} of ${bytes} bytes have come.`);
}
