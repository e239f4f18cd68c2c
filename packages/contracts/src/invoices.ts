import { invoiceFields } from "@gtb/domain/money/invoice-file";
import { z } from "zod";
import { Share } from "./energies.ts";
import { Name, NamedReference, Uuid } from "./identifier.ts";
import { pageFields, pageOf } from "./page.ts";
import { DeliveryPointReference } from "./supply-contracts.ts";
import { CalendarDate } from "./time.ts";

export const InvoiceKind = z
  .enum(["actual", "estimated", "credit"])
  .describe("actual: of indexes that were read; estimated: the supplier's guess; credit: takes an earlier one back");
export type InvoiceKind = z.input<typeof InvoiceKind>;

const Quantity = z.number().min(-1e9).max(1e9);
const Money = z.number().min(-1e9).max(1e9).multipleOf(0.01);

const InvoiceLine = z.strictObject({
  label: Name,
  tariffClass: z.string().trim().min(1).max(50).nullable().default(null),
  energyKwh: Quantity.nullable().default(null),
  amountExclTax: Money.nullable().default(null),
});

const fields = {
  number: z.string().trim().min(1).max(100),
  issuedOn: CalendarDate,
  from: CalendarDate.nullable().default(null).describe("First local day billed; null: it bills no consumption"),
  to: CalendarDate.nullable().default(null).describe("The day after the last billed"),
  kind: InvoiceKind,
  energyKwh: Quantity.nullable().default(null).describe("Gas in kWh PCS"),
  native: Quantity.nullable().default(null).describe("m³, where the meter counts volume"),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default("EUR"),
  amountExclTax: Money.nullable().default(null),
  amountInclTax: Money.nullable().default(null),
  lines: z.array(InvoiceLine).max(100).default([]),
  document: z.string().trim().min(1).max(500).nullable().default(null).describe("Where the paper is"),
};

export const InvoiceBody = z
  .strictObject({ deliveryPoint: Uuid, ...fields })
  .refine(({ from, to }) => (from === null) === (to === null), { error: "`from` and `to` go together", path: ["to"] })
  .refine(({ from, to }) => from === null || to === null || from < to, {
    error: "`to` must be later than `from`",
    path: ["to"],
  });
export type InvoiceBody = z.input<typeof InvoiceBody>;

export const Invoice = z
  .object({
    id: Uuid,
    building: NamedReference,
    deliveryPoint: DeliveryPointReference,
    ...fields,
    source: z.enum(["typed", "import", "simulated"]),
  })
  .meta({ id: "Invoice" });
export type Invoice = z.input<typeof Invoice>;

export const InvoiceParams = z.strictObject({ invoiceId: Uuid });
export const InvoiceListQuery = z.strictObject({
  organisation: Uuid.optional(),
  deliveryPoint: Uuid.optional(),
  ...pageFields({ usual: 100, most: 500 }),
});
export const InvoiceList = pageOf(Invoice);
export type InvoiceList = z.input<typeof InvoiceList>;

export const DifferenceCause = z
  .enum(["missing_time", "gas_coefficient", "period_edges", "supplier_estimate", "unexplained"])
  .describe(
    "missing_time: hours without a measurement, at the mean of the others; gas_coefficient: other kWh per m³ than ours; " +
      "period_edges: at which hour of the edge days the index was read is not told; supplier_estimate: the bill is a guess",
  );
export type DifferenceCause = z.input<typeof DifferenceCause>;

/** An invoice against what was measured in its period, and its amount against the contract. Differences: billed minus ours. */
export const InvoiceReconciliation = z
  .object({
    invoice: Invoice,
    unit: z.enum(["kWh", "native"]),
    billed: z.number().nullable(),
    measured: z.number().nullable().describe("Sum of what is known; null: nothing is"),
    completeness: Share.describe("Hours of the period that are measured or estimated"),
    difference: z.number().nullable(),
    parts: z
      .array(z.object({ cause: DifferenceCause, quantity: z.number() }))
      .describe("Why; they add up to the difference"),
    quantityVerdict: z.enum(["agrees", "explained", "estimated", "differs", "unknown"]),
    expectedExclTax: z.number().nullable().describe("The billed quantity by the contract, with its fixed costs"),
    priceDifference: z.number().nullable(),
    priceVerdict: z.enum(["agrees", "differs", "unknown"]),
  })
  .meta({ id: "InvoiceReconciliation" });
export type InvoiceReconciliation = z.input<typeof InvoiceReconciliation>;

export const ReconciliationQuery = z.strictObject({
  tolerancePercent: z.coerce.number().min(0).max(50).default(2).describe("What is small enough to agree"),
});
export const Reconciliation = z
  .object({ deliveryPoint: DeliveryPointReference, items: z.array(InvoiceReconciliation) })
  .meta({ id: "Reconciliation" });
export type Reconciliation = z.input<typeof Reconciliation>;

/** 3 MiB: some ten thousands of lines */
export const mostInvoiceFileBytes = 3 * 1024 ** 2;

export const InvoiceFileBody = z.strictObject({
  mode: z.enum(["check", "import"]).describe("check: tells what an import would do, and does none of it"),
  name: Name.describe("The file's; each invoice remembers it"),
  content: z
    .base64()
    .min(1)
    .max(Math.ceil((mostInvoiceFileBytes * 4) / 3) + 4)
    .describe("CSV (plain or gzipped) or XLSX, in base64; the first line names the columns"),
});

const InvoiceColumn = z.enum(invoiceFields);

/** What became, or would become, of a file of invoices. Its reasons are in French: they are for whoever brought it. */
export const InvoiceFileResult = z
  .object({
    added: z.int(),
    changed: z.int().describe("Known by their number, and said otherwise now"),
    unchanged: z.int(),
    columns: z.array(z.object({ field: InvoiceColumn, name: z.string() })).describe("What was understood"),
    missing: z.array(InvoiceColumn).describe("Columns without which nothing can be read"),
    refusedCount: z.int(),
    refusals: z
      .array(z.object({ line: z.int(), field: InvoiceColumn, reason: z.string() }))
      .describe("The first 200 lines that are no invoice"),
  })
  .meta({ id: "InvoiceFileResult" });
export type InvoiceFileResult = z.input<typeof InvoiceFileResult>;
