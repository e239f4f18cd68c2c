import { parseNumber } from "../files-in/parse-number.ts";
import { stampParser } from "../files-in/parse-stamp.ts";
import { dayNumber, dayOf } from "./calendar-day.ts";
import { roundToCents } from "./round-to-cents.ts";

/** What a file of bills tells of each: one line a bill, columns known by the names that suppliers give them. */
export const invoiceFields = [
  "place",
  "number",
  "issuedOn",
  "from",
  "last",
  "kind",
  "energyKwh",
  "native",
  "amountExclTax",
  "amountInclTax",
] as const;
export type InvoiceField = (typeof invoiceFields)[number];
/** Without these no line is a bill. */
export const neededFields = ["place", "number", "issuedOn", "from", "last"] as const;

/** Names without case, accents, spaces and signs. */
const names: Readonly<Record<InvoiceField, readonly string[]>> = {
  place: [
    "prm",
    "pce",
    "prmpce",
    "prmoupce",
    "pdl",
    "pointdelivraison",
    "numeroprm",
    "numeropce",
    "rae",
    "referencepoint",
  ],
  number: ["numerofacture", "nfacture", "nofacture", "facture", "referencefacture", "numero"],
  issuedOn: ["datefacture", "datedefacture", "datedelafacture", "dateemission", "datedemission", "emisele", "date"],
  from: ["debut", "debutperiode", "datedebut", "datededebut", "periodedu", "du", "premierjour"],
  last: ["fin", "finperiode", "datefin", "datedefin", "periodeau", "au", "dernierjour"],
  kind: ["nature", "type", "typefacture", "naturefacture"],
  energyKwh: ["kwh", "energiekwh", "consommationkwh", "quantitekwh", "consommation", "energie"],
  native: ["m3", "volumem3", "volume", "consommationm3"],
  amountExclTax: ["montantht", "totalht", "ht", "montanthorstaxes", "montanthteur", "montanthtva"],
  amountInclTax: ["montantttc", "totalttc", "ttc", "montanttoutestaxescomprises", "montantttceur"],
};

export type InvoiceColumns = ReadonlyMap<InvoiceField, number>;

/** Which column (from 0) is what, by the line of names; a column that is none of these is left alone. */
export function invoiceColumns(header: readonly string[]): InvoiceColumns {
  const columns = new Map<InvoiceField, number>();
  for (const [index, cell] of header.entries()) {
    const name = bare(cell);
    const field = invoiceFields.find((one) => names[one].includes(name));
    if (field !== undefined && !columns.has(field)) columns.set(field, index);
  }
  return columns;
}

function bare(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");
}

/** A bill as a line tells it; days `YYYY-MM-DD`, `to` not included. Gas in kWh PCS. */
export interface FiledInvoice {
  /** PRM, PCE or the subscriber's number, without spaces */
  readonly place: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly from: string;
  readonly to: string;
  readonly kind: "actual" | "estimated" | "credit";
  readonly energyKwh: number | null;
  readonly native: number | null;
  readonly amountExclTax: number | null;
  readonly amountInclTax: number | null;
}

/** Why a line is no bill, for whoever brought the file, in French. */
export interface InvoiceRefusal {
  readonly field: InvoiceField;
  readonly reason: string;
}

/** The bill of a line; the first thing that is wrong with it where it is none. */
export function readInvoiceLine(fields: readonly string[], columns: InvoiceColumns): FiledInvoice | InvoiceRefusal {
  try {
    return readLine((field) => (fields[columns.get(field) ?? -1] ?? "").trim());
  } catch (error) {
    if (error instanceof Refused) return { field: error.field, reason: error.message };
    throw error;
  }
}

class Refused extends Error {
  readonly field: InvoiceField;
  constructor(field: InvoiceField, reason: string) {
    super(reason);
    this.field = field;
  }
}

function readLine(cell: (field: InvoiceField) => string): FiledInvoice {
  const [from, last] = [readDay(cell, "from"), readDay(cell, "last")];
  if (last < from) throw new Refused("last", "La période finit avant de commencer.");
  const quantities = { energyKwh: readAmount(cell, "energyKwh"), native: readAmount(cell, "native") };
  const [exclTax, inclTax] = [readAmount(cell, "amountExclTax"), readAmount(cell, "amountInclTax")];
  if ([quantities.energyKwh, quantities.native, exclTax, inclTax].every((one) => one === null))
    throw new Refused("energyKwh", "Ni quantité ni montant.");
  return {
    place: readText(cell, "place").replaceAll(/\s/g, ""),
    number: readText(cell, "number"),
    issuedOn: readDay(cell, "issuedOn"),
    from,
    to: dayOf(dayNumber(last) + 1),
    kind: readKind(cell("kind")),
    ...quantities,
    amountExclTax: exclTax === null ? null : roundToCents(exclTax),
    amountInclTax: inclTax === null ? null : roundToCents(inclTax),
  };
}

function readText(cell: (field: InvoiceField) => string, field: InvoiceField): string {
  const text = cell(field);
  if (text === "" || text.length > 100)
    throw new Refused(field, text === "" ? "La cellule est vide." : "Texte trop long.");
  return text;
}

const dayParsers = ["dd/MM/yyyy", "dd-MM-yyyy", "dd.MM.yyyy", "iso"].map(stampParser);

function readDay(cell: (field: InvoiceField) => string, field: InvoiceField): string {
  const text = cell(field);
  for (const parse of dayParsers) {
    const stamp = parse(text);
    if (stamp !== undefined)
      return dayOf(Math.floor(("wallMs" in stamp ? stamp.wallMs : stamp.instantMs) / 86_400_000));
  }
  throw new Refused(
    field,
    text === "" ? "La date est vide." : `« ${text.slice(0, 40)} » n’est pas une date (JJ/MM/AAAA).`,
  );
}

/** What a bill may say at most, in its unit */
const greatest = 1e9;

function readAmount(cell: (field: InvoiceField) => string, field: InvoiceField): number | null {
  const text = cell(field).replace(/\s*(€|eur|kwh|m3|m³)\s*$/i, "");
  if (text === "") return null;
  const value = parseNumber(text, ",");
  if (value === undefined || Math.abs(value) > greatest)
    throw new Refused(field, `« ${text.slice(0, 40)} » n’est pas un nombre.`);
  return value;
}

function readKind(text: string): FiledInvoice["kind"] {
  const name = bare(text);
  if (/^(avoir|credit)/.test(name)) return "credit";
  if (name.startsWith("estim")) return "estimated";
  if (name === "" || /^(reel|releve|actual|facture|surindex|index)/.test(name)) return "actual";
  throw new Refused("kind", `« ${text.slice(0, 40)} » n’est ni réelle, ni estimée, ni un avoir.`);
}
