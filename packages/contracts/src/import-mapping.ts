import {
  identifierKinds,
  importContents,
  importUnits,
  type ImportMapping as Mapping,
  stampMarks,
} from "@gtb/domain/files-in/import-mapping";
import { isStampFormat } from "@gtb/domain/files-in/parse-stamp";
import { z } from "zod";
import { Uuid } from "./identifier.ts";
import { TimeZone } from "./time.ts";

const Column = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .describe("A column by its name in the header line, or by its number from 1");
const IdentifierKind = z
  .enum(identifierKinds)
  .describe("What the cell holds: a uuid of ours, a PRM or PCE, or a meter's serial number");
const named = { holds: IdentifierKind, tariffClass: z.string().trim().min(1).max(50).nullable() };

/** Loose where a person has yet to choose: a proposal may name no register. */
function targetOf<T extends z.ZodType>(uuid: T) {
  return z.discriminatedUnion("by", [
    z.strictObject({ by: z.literal("register"), register: uuid }),
    z.strictObject({ by: z.literal("point"), point: uuid }),
    z.strictObject({ by: z.literal("column"), column: Column, ...named }),
    z.strictObject({
      by: z.literal("cell"),
      line: z.int().min(1).max(50),
      column: z.int().min(1).max(1000),
      ...named,
    }),
  ]);
}

const Interval = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("minutes"), minutes: z.int().min(1).max(44_640) }),
  z.strictObject({ kind: z.enum(["next", "day", "month", "gas-day", "none"]) }),
]);

const Time = z.strictObject({
  columns: z.array(Column).min(1).max(2).describe("One column, or a date and an hour"),
  format: z
    .string()
    .min(3)
    .max(40)
    .refine(isStampFormat, { error: "`iso`, or yyyy, MM, dd, HH, mm and ss, each once" })
    .describe("`iso`, or letters as they stand in the file: `dd/MM/yyyy HH:mm`"),
  timeZone: TimeZone.describe("For stamps that bear no offset"),
  marks: z.enum(stampMarks).describe("Whether a stamp marks the start or the end of its interval"),
  interval: Interval,
});

function mappingOf<T extends z.ZodType>(target: T) {
  return z.strictObject({
    sheet: z.string().min(1).max(100).nullable().describe("A spreadsheet's sheet; null: the first"),
    encoding: z.enum(["utf-8", "windows-1252"]),
    delimiter: z.enum([";", ",", "\t", "|"]),
    decimal: z.enum([",", "."]),
    headerLine: z.int().min(0).max(50).describe("The line of the column names, from 1; 0: there is none"),
    time: Time,
    values: z
      .array(z.strictObject({ column: Column, content: z.enum(importContents), unit: z.enum(importUnits), target }))
      .min(1)
      .max(200),
    estimated: z
      .strictObject({ column: Column, word: z.string().trim().min(1).max(50) })
      .nullable()
      .describe("The column and word that say that a value is an estimate"),
  });
}

/** How a file is read. */
export const ImportMapping = mappingOf(targetOf(Uuid)).meta({ id: "ImportMapping" }) satisfies z.ZodType<Mapping>;
export type ImportMapping = z.output<typeof ImportMapping>;

/** A mapping in the making: what is to be chosen is empty. */
export const DraftMapping = mappingOf(targetOf(z.string().max(36)))
  .extend({
    values: z
      .array(
        z.strictObject({
          column: Column,
          content: z.enum(importContents),
          unit: z.enum(importUnits),
          target: targetOf(z.string().max(36)),
        }),
      )
      .max(200),
  })
  .meta({ id: "DraftMapping" });
