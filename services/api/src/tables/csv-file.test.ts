import { expect, test } from "vitest";
import { instant, number, share, text, word } from "./columns.ts";
import { csvFile } from "./csv-file.ts";
import { table } from "./table.ts";
import { energyWords } from "./words.ts";

interface Row {
  readonly name: string | null;
  readonly at: Date;
  readonly kwh: number | null;
  readonly known: number;
}

const sample = table({ title: { fr: "Essai", en: "Trial" }, rows: (rows: readonly Row[]) => rows }, [
  text("Nom", "Name", ({ name }) => name),
  instant("Début", "Start", ({ at }) => at),
  number("Énergie", "Energy", ({ kwh }) => kwh, { unit: "kWh" }),
  share("Mesuré", "Measured", ({ known }) => known),
  word("Sorte", "Kind", energyWords, () => "gas"),
]);
const at = new Date("2026-10-25T01:30:00Z");
const row: Row = { name: "École", at, kwh: 1234.5, known: 0.955 };
const file = async (rows: readonly Row[], language: "fr" | "en", note?: string) =>
  (await csvFile(sample.fill(rows, language), language, note)).toString("utf8");

test("in French: a byte order mark, semicolons, decimal commas, days first", async () => {
  expect(await file([row], "fr")).toBe(
    "\uFEFFNom;Début (Europe/Paris);Énergie (kWh);Mesuré (%);Sorte\r\nÉcole;25/10/2026 02:30:00;1234,5;95,5;Gaz\r\n",
  );
});

test("in English: commas, points, instants with their offset, so that the hour that comes twice is told apart", async () => {
  const hourBefore = new Date(at.getTime() - 3_600_000);
  const lines = (await file([{ ...row, at: hourBefore }, row], "en")).split("\r\n");
  expect(lines).toEqual([
    "Name,Start (Europe/Paris),Energy (kWh),Measured (%),Kind",
    "École,2026-10-25T02:30:00+02:00,1234.5,95.5,Gas",
    "École,2026-10-25T02:30:00+01:00,1234.5,95.5,Gas",
    "",
  ]);
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=1"])("a text that begins as %j is not computed", async (name) => {
  const second = (await file([{ ...row, name }], "en")).slice(
    "Name,Start (Europe/Paris),Energy (kWh),Measured (%),Kind\r\n".length,
  );
  expect(second).toMatch(name.startsWith("\r") ? /^"'\r=1",/ : /^'/);
  expect(second.replaceAll('"', "").startsWith(`'${name},`)).toBe(true);
});

test("a negative number stays one, and what is not known is empty, not 0", async () => {
  const lines = (
    await file(
      [
        { ...row, kwh: -2 },
        { ...row, name: null, kwh: null },
      ],
      "fr",
    )
  ).split("\r\n");
  expect(lines[1]).toContain(";-2;");
  expect(lines[2]).toBe(";25/10/2026 02:30:00;;95,5;Gaz");
});

test("separators, quotes and line ends in a text stay in its cell", async () => {
  const text = await file([{ ...row, name: 'a;b,"c"\nd' }], "fr");
  expect(text).toContain('\r\n"a;b,""c""\nd";25/10/2026');
});

test("a note closes the file, in as many cells as the others", async () => {
  expect(await file([row], "en", "cut")).toMatch(/\r\ncut,,,,\r\n$/);
});
