import { InvoiceFileBody, InvoiceFileResult, mostInvoiceFileBytes } from "@gtb/contracts/invoices";
import { OrganisationParams } from "@gtb/contracts/organisations";
import type { Connection } from "@gtb/database/pool";
import { checkInvoices } from "@gtb/database/queries/check-invoices";
import { listPlaceNumbers } from "@gtb/database/queries/list-place-numbers";
import { upsertInvoices } from "@gtb/database/queries/upsert-invoices";
import type { FileRecord } from "@gtb/domain/files-in/import-mapping";
import { invoiceColumns, neededFields } from "@gtb/domain/money/invoice-file";
import { readHead } from "@gtb/readings/files-in/read-head";
import { readRecords } from "@gtb/readings/files-in/read-records";
import { UnreadableFile } from "@gtb/readings/files-in/unreadable-file";
import type { z } from "zod";
import { ProblemError } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { InvoiceLines } from "./invoice-lines.ts";

const mostRefusals = 200;

type Result = z.output<typeof InvoiceFileResult>;

export const importInvoiceFileRoute = route({
  method: "POST",
  path: "/api/v1/organisations/:organisationId/invoice-file",
  allow: "meter:write",
  summary:
    "Check or import a file of invoices: a line each, known by its delivery point and number, so that it may come twice",
  params: OrganisationParams,
  body: InvoiceFileBody,
  mostBodyBytes: 2 * mostInvoiceFileBytes,
  reply: InvoiceFileResult,
  handler: async ({ db, params: { organisationId }, body: { mode, name, content } }) => {
    const [header, ...records] = await readAll(Buffer.from(content, "base64"));
    const columns = invoiceColumns(header?.fields ?? []);
    const understood = [...columns].map(([field, index]) => ({ field, name: header?.fields[index] ?? "" }));
    const missing = neededFields.filter((field) => !columns.has(field));
    const nothing = { added: 0, changed: 0, unchanged: 0, refusedCount: 0, refusals: [] };
    if (missing.length > 0) return { ...nothing, columns: understood, missing };
    const lines = new InvoiceLines(columns, await listPlaceNumbers(db, organisationId), name);
    for (const record of records) lines.add(record);
    return { ...(await store(db, mode, lines)), columns: understood, missing };
  },
});

async function store(
  db: Connection,
  mode: "check" | "import",
  { invoices, refusals }: InvoiceLines,
): Promise<Omit<Result, "columns" | "missing">> {
  const stored = await (mode === "check" ? checkInvoices : upsertInvoices)(db, invoices);
  return { ...stored, refusedCount: refusals.length, refusals: refusals.slice(0, mostRefusals) };
}

/** What a file may hold, however tightly it was packed: it is read within a request. */
const mostLines = 50_000;
const mostCharacters = 20_000_000;

async function readAll(bytes: Buffer): Promise<FileRecord[]> {
  const records: FileRecord[] = [];
  let characters = 0;
  try {
    const { layout } = await readHead(bytes, 1);
    for await (const record of readRecords(once(bytes), layout)) {
      records.push(record);
      characters += record.fields.reduce((sum, field) => sum + field.length, 0);
      if (records.length > mostLines || characters > mostCharacters)
        throw new ProblemError("body_too_large", `A file of bills has at most ${mostLines} lines here.`);
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw new ProblemError("unreadable_file", error.message);
    throw error;
  }
  return records;
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}
