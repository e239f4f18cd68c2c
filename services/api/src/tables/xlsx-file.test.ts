import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { day, instant, number, share, text } from "./columns.ts";
import { table } from "./table.ts";
import { xlsxFile } from "./xlsx-file.ts";

const sample = table(
  {
    title: { fr: "Relevés [essai]", en: "Trial" },
    rows: (rows: readonly { name: string; at: Date; kwh: number | null }[]) => rows,
    about: () => [[{ fr: "Mesuré (%)", en: "Measured (%)" }, 95.5]],
  },
  [
    text("Nom", "Name", ({ name }) => name),
    instant("Début", "Start", ({ at }) => at),
    number("Énergie", "Energy", ({ kwh }) => kwh, { unit: "kWh", decimals: 1 }),
    share("Part", "Share", () => 0.5),
    day("Jour", "Day", () => "2026-03-29"),
  ],
);

test("a workbook opens with real numbers and dates, a frozen header with units, and a sheet about it", async () => {
  const rows = [
    { name: "=1+1", at: new Date("2026-07-01T10:30:00Z"), kwh: 1234.567 },
    { name: "École", at: new Date("2026-12-01T10:30:00Z"), kwh: null },
  ];
  const { sheets } = await readXlsx(await xlsxFile(sample.fill(rows, "fr"), "fr"), { readStyles: true });
  expect(sheets.map(({ name }) => name)).toEqual(["Relevés  essai", "À propos"]);
  expect(sheets[0]?.rows).toEqual([
    ["Nom", "Début (Europe/Paris)", "Énergie (kWh)", "Part (%)", "Jour"],
    ["=1+1", new Date("2026-07-01T12:30:00Z"), 1234.567, 50, new Date("2026-03-29T00:00:00Z")],
    ["École", new Date("2026-12-01T11:30:00Z"), null, 50, new Date("2026-03-29T00:00:00Z")],
  ]);
  expect(sheets[0]?.freezePane).toEqual({ rows: 1 });
  expect(sheets[0]?.cells?.get("1,0")?.type).not.toBe("formula");
  expect(sheets[1]?.rows).toContainEqual(["Mesuré (%)", 95.5]);
});
