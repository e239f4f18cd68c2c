import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { invoiceColumns, readInvoiceLine } from "./invoice-file.ts";

const header = [
  "PRM",
  "N° facture",
  "Date facture",
  "Début",
  "Fin",
  "Nature",
  "Énergie (kWh)",
  "Volume m³",
  "Montant HT",
  "Montant TTC",
];
const columns = invoiceColumns(header);
const good = [
  "12 345 678 901 234",
  "F-1",
  "05/10/2026",
  "01/09/2026",
  "30/09/2026",
  "",
  "1 234,5",
  "",
  "260,404 €",
  "312.49",
];
const withCell = (index: number, text: string) => good.map((cell, at) => (at === index ? text : cell));
const reasonOf = (index: number, text: string) => readInvoiceLine(withCell(index, text), columns);

describe("a file of bills", () => {
  it("is read by the names of its columns, whatever their order and others between", () => {
    expect([...columns.keys()]).toHaveLength(10);
    const other = invoiceColumns(["Client", "TTC", "date d'émission", "PCE"]);
    expect([...other]).toEqual([
      ["amountInclTax", 1],
      ["issuedOn", 2],
      ["place", 3],
    ]);
  });
  it("gives a bill a line, its last day inclusive, amounts to the cent", () => {
    expect(readInvoiceLine(good, columns)).toEqual({
      place: "12345678901234",
      number: "F-1",
      issuedOn: "2026-10-05",
      from: "2026-09-01",
      to: "2026-10-01",
      kind: "actual",
      energyKwh: 1234.5,
      native: null,
      amountExclTax: 260.4,
      amountInclTax: 312.49,
    });
    expect(reasonOf(5, "Estimée")).toMatchObject({ kind: "estimated" });
    expect(reasonOf(5, "AVOIR")).toMatchObject({ kind: "credit" });
    expect(reasonOf(2, "2026-10-05T00:00:00")).toMatchObject({ issuedOn: "2026-10-05" });
  });
  it("says what is wrong with a line, and in which column", () => {
    expect(reasonOf(2, "31/02/2026")).toEqual({
      field: "issuedOn",
      reason: "« 31/02/2026 » n’est pas une date (JJ/MM/AAAA).",
    });
    expect(reasonOf(4, "31/08/2026")).toEqual({ field: "last", reason: "La période finit avant de commencer." });
    expect(reasonOf(6, "beaucoup")).toMatchObject({ field: "energyKwh" });
    expect(reasonOf(1, " ")).toEqual({ field: "number", reason: "La cellule est vide." });
    expect(reasonOf(5, "proforma")).toMatchObject({ field: "kind" });
    const empty = good.map((cell, at) => (at >= 6 ? "" : cell));
    expect(readInvoiceLine(empty, columns)).toMatchObject({ reason: "Ni quantité ni montant." });
  });
  it("never fails over what a cell holds: a bill, or a reason", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { maxLength: 10 }),
        fc.integer({ min: 0, max: 9 }),
        fc.string(),
        (cells, at, text) => {
          for (const line of [cells, withCell(at, text)]) {
            const read = readInvoiceLine(line, columns);
            if ("reason" in read) expect(read.reason).not.toBe("");
            else expect(read.from < read.to).toBe(true);
          }
        },
      ),
    );
  });
});
