import { invoiceColumns, invoiceFields } from "@gtb/domain/money/invoice-file";
import { expect, it } from "vitest";
import { invoiceFileModel } from "./invoice-file-model.ts";

it("the model to fill in has every column by a name that is understood, once", () => {
  const header = invoiceFileModel.trim().split(";");
  expect([...invoiceColumns(header).keys()]).toEqual([...invoiceFields]);
  expect(header).toHaveLength(invoiceFields.length);
});
