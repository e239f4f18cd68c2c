import type { ImportFileRow } from "@gtb/database/queries/list-import-files";
import { ProblemError } from "../../problem-error.ts";

/** Throws a problem while pieces of the file are missing. */
export function refuseIncomplete({ bytes, receivedBytes }: ImportFileRow): void {
  if (receivedBytes === bytes) return;
  throw new ProblemError("incomplete_file", `${receivedBytes} of ${bytes} bytes have come.`);
}
