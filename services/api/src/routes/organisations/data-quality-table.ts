import type { DataQuality } from "@gtb/contracts/data-quality";
import type { z } from "zod";
import { instant, number, share, text, word } from "../../tables/columns.ts";
import { table } from "../../tables/table.ts";
import { energyWords, reasonWords, wordOf } from "../../tables/words.ts";

export const dataQualityTable = table(
  {
    title: { fr: "Qualité des données", en: "Data quality" },
    rows: ({ items }: z.output<typeof DataQuality>) => items,
    about: ({ from, to, measuredShare, estimatedShare, missingShare }) => [
      [{ fr: "Du", en: "From" }, from],
      [{ fr: "Au (non compris)", en: "To (not included)" }, to],
      [{ fr: "Mesuré (%)", en: "Measured (%)" }, measuredShare * 100],
      [{ fr: "Estimé (%)", en: "Estimated (%)" }, estimatedShare * 100],
      [{ fr: "Manquant (%)", en: "Missing (%)" }, missingShare * 100],
    ],
  },
  [
    text("Bâtiment", "Building", ({ building }) => building.name),
    text("Compteur", "Meter", ({ meter }) => meter.name),
    text("Index", "Register", ({ registerName }) => registerName),
    word("Énergie", "Energy", energyWords, ({ energy }) => energy),
    share("Mesuré", "Measured", ({ measuredShare }) => measuredShare),
    share("Estimé", "Estimated", ({ estimatedShare }) => estimatedShare),
    share("Manquant", "Missing", ({ missingShare }) => missingShare),
    {
      header: { fr: "Pourquoi", en: "Why" },
      kind: "text",
      value: ({ reasons }, language) =>
        reasons.map((reason) => wordOf(reasonWords, reason, language)).join(", ") || null,
    },
    instant("Dernier relevé", "Last reading", ({ lastReadingAt }) => lastReadingAt),
    instant("Manque depuis", "Missing since", ({ missingSince }) => missingSince),
    number("Jours incomplets", "Incomplete days", ({ missingDays }) => missingDays, { decimals: 0 }),
    number("Ruptures à expliquer", "Breaks to explain", ({ breaks }) => breaks, { decimals: 0 }),
  ],
);
