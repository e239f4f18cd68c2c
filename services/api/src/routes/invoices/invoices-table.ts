import type { InvoiceList } from "@gtb/contracts/invoices";
import type { z } from "zod";
import { day, number, text, word } from "../../tables/columns.ts";
import { table } from "../../tables/table.ts";
import { energyWords } from "../../tables/words.ts";

export const invoicesTable = table(
  {
    title: { fr: "Factures", en: "Invoices" },
    rows: ({ items }: z.output<typeof InvoiceList>) => items,
  },
  [
    text("Numéro", "Number", (row) => row.number),
    day("Émise le", "Issued on", ({ issuedOn }) => issuedOn),
    text("Bâtiment", "Building", ({ building }) => building.name),
    word("Énergie", "Energy", energyWords, ({ deliveryPoint }) => deliveryPoint.energy),
    text("Point de livraison", "Delivery point", ({ deliveryPoint }) => deliveryPoint.number),
    day("Du", "From", ({ from }) => from),
    day("Au (non compris)", "To (not included)", ({ to }) => to),
    text("Nature", "Kind", ({ kind }) => kind),
    number("Énergie facturée", "Billed energy", ({ energyKwh }) => energyKwh, { unit: "kWh", decimals: 0 }),
    number("Volume facturé", "Billed volume", ({ native }) => native, { unit: "m³", decimals: 1 }),
    number("Montant HT", "Amount without taxes", ({ amountExclTax }) => amountExclTax, { decimals: 2 }),
    number("Montant TTC", "Amount with taxes", ({ amountInclTax }) => amountInclTax, { decimals: 2 }),
    text("Devise", "Currency", ({ currency }) => currency),
    text("Document", "Document", ({ document }) => document),
  ],
);
