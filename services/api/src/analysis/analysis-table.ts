import type { Analysis } from "@gtb/contracts/analysis";
import type { TableLanguage } from "@gtb/contracts/table-format";
import type { z } from "zod";
import { instant, number, share, text, word } from "../tables/columns.ts";
import { factorLines } from "../tables/factor-lines.ts";
import { type AboutLine, type Column, table } from "../tables/table.ts";
import { endUseWords, energyWords, reasonWords, useWords, wordOf } from "../tables/words.ts";

type Answer = z.output<typeof Analysis>;
type Series = Answer["series"][number];

interface Row {
  readonly series: Series;
  readonly step: number;
  readonly start: Date;
  readonly heatingKd: number | null;
}

/** Every step of every group in a row of its own; those of the year before follow, by their own dates. */
export const analysisTable = table(
  {
    title: { fr: "Consommations", en: "Consumption" },
    rows: (answer: Answer): Row[] =>
      [
        { ...answer, degreeDays: answer.heatingKd },
        ...(answer.previous ? [{ ...answer.previous, degreeDays: null }] : []),
      ].flatMap(({ series, starts, degreeDays }) =>
        series.flatMap((one) =>
          starts.map((start, step) => ({ series: one, step, start, heatingKd: degreeDays?.[step] ?? null })),
        ),
      ),
    timeZone: ({ timeZone }) => timeZone,
    about: aboutLines,
  },
  columnsOf,
);

function columnsOf({ currency }: Answer): Column<Row>[] {
  return [
    instant("Début", "Start", ({ start }) => start),
    text("Début (UTC)", "Start (UTC)", ({ start }) => start.toISOString()),
    {
      header: { fr: "Groupe", en: "Group" },
      kind: "text",
      value: ({ series }, language) => groupName(series, language),
    },
    word("Énergie", "Energy", energyWords, ({ series }) => series.energy),
    number("Consommation", "Consumption", at("energyKwh"), { unit: "kWh", decimals: 1 }),
    number("Quantité", "Quantity", at("native"), { decimals: 2 }),
    text("Unité de la quantité", "Unit of the quantity", ({ series }) => series.nativeUnit),
    number("Coût TTC", "Cost with taxes", at("cost"), { unit: currency ?? undefined, decimals: 2 }),
    number("Émissions", "Emissions", at("kgCo2e"), { unit: "kg CO2e", decimals: 1 }),
    number("Énergie primaire", "Primary energy", at("primaryKwh"), { unit: "kWh", decimals: 1 }),
    number("Degrés-jours de chauffage, base 18", "Heating degree days, base 18", ({ heatingKd }) => heatingKd, {
      unit: "K·j",
      decimals: 1,
    }),
    share("Mesuré", "Measured", at("measuredShare")),
    share("Estimé", "Estimated", at("estimatedShare")),
    share("Manquant", "Missing", at("missingShare")),
    {
      header: { fr: "Pourquoi", en: "Why" },
      kind: "text",
      value: ({ series, step }, language) =>
        series.reasons[step]?.map((reason) => wordOf(reasonWords, reason, language)).join(", ") || null,
    },
  ];
}

type Figure =
  | "energyKwh"
  | "native"
  | "cost"
  | "kgCo2e"
  | "primaryKwh"
  | "measuredShare"
  | "estimatedShare"
  | "missingShare";

function at(figure: Figure): (row: Row) => number | null {
  return ({ series, step }) => series[figure][step] ?? null;
}

/** What a meter's sub-meters leave unexplained is named for it; codes by their words. */
function groupName({ key, label, isRemainder }: Series, language: TableLanguage): string {
  const name = label ?? wordOf({ ...energyWords, ...useWords, ...endUseWords }, key, language);
  if (!isRemainder) return name;
  return language === "fr" ? `Non expliqué (${name})` : `Unexplained (${name})`;
}

function aboutLines(answer: Answer): AboutLine[] {
  const { scope, from, to, asOf, total, floorAreaM2, factors, previous } = answer;
  return [
    [{ fr: "Périmètre", en: "Scope" }, scope.name],
    [{ fr: "Du", en: "From" }, from],
    [{ fr: "Au (non compris)", en: "To (not included)" }, to],
    [{ fr: "Connu au", en: "As known at" }, asOf ?? ""],
    [{ fr: "Total (kWh)", en: "Total (kWh)" }, total.energyKwh],
    [{ fr: "Total un an plus tôt (kWh)", en: "Total a year earlier (kWh)" }, previous?.total.energyKwh ?? null],
    [{ fr: "Mesuré (%)", en: "Measured (%)" }, total.measuredShare * 100],
    [{ fr: "Estimé (%)", en: "Estimated (%)" }, total.estimatedShare * 100],
    [{ fr: "Manquant (%)", en: "Missing (%)" }, total.missingShare * 100],
    [{ fr: "Surface du jour (m²)", en: "Floor area today (m²)" }, floorAreaM2],
    ...factorLines(factors),
  ];
}
