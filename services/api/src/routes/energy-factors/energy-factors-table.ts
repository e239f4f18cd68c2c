import type { EnergyFactorList } from "@gtb/contracts/energy-factors";
import type { z } from "zod";
import { day, number, text, word } from "../../tables/columns.ts";
import { table } from "../../tables/table.ts";
import { endUseWords, energyWords } from "../../tables/words.ts";

export const energyFactorsTable = table(
  {
    title: { fr: "Facteurs", en: "Factors" },
    rows: ({ items }: z.output<typeof EnergyFactorList>) => items,
  },
  [
    text("Facteur", "Factor", ({ kind }) => kind),
    word("Énergie", "Energy", energyWords, ({ energy }) => energy),
    word("Usage", "End use", endUseWords, ({ endUse }) => endUse),
    number("Valeur", "Value", ({ value }) => value),
    text("Base", "Basis", ({ basis }) => basis),
    number("Année", "Year", ({ year }) => year),
    text("Source", "Source", ({ source }) => source),
    day("Du", "From", ({ from }) => from),
    day("Au (non compris)", "To (not included)", ({ to }) => to),
    text("Collectivité", "Organisation", ({ organisation }) => organisation?.name),
  ],
);
