import { Energy } from "@gtb/contracts/energies";
import type { League } from "@gtb/contracts/league";
import type { z } from "zod";
import { number, share, text, word } from "../../tables/columns.ts";
import { factorLines } from "../../tables/factor-lines.ts";
import { type Column, table } from "../../tables/table.ts";
import { energyWords, useWords } from "../../tables/words.ts";

type Answer = z.output<typeof League>;
type Row = Answer["items"][number];

export const leagueTable = table(
  {
    title: { fr: "Comparatif des bâtiments", en: "Buildings compared" },
    rows: ({ items }: Answer): readonly Row[] => items,
    about: ({ from, to, factors }) => [
      [{ fr: "Premier mois", en: "First month" }, from],
      [{ fr: "Dernier mois (compris)", en: "Last month (included)" }, to],
      ...factorLines(factors),
    ],
  },
  ({ currency }) => [
    text("Bâtiment", "Building", ({ name }) => name),
    text("Collectivité", "Organisation", ({ organisation }) => organisation),
    word("Usage", "Use", useWords, ({ use }) => use),
    text("Simulé", "Simulated", ({ simulated }) => (simulated ? "×" : null)),
    number("Surface", "Floor area", ({ floorAreaM2 }) => floorAreaM2, { unit: "m²", decimals: 0 }),
    number("Consommation", "Consumption", ({ energyKwh }) => energyKwh, { unit: "kWh", decimals: 0 }),
    ...Energy.options.filter((energy) => energy !== "water").map(ofEnergy),
    number("Eau", "Water", ({ waterM3 }) => waterM3, { unit: "m³", decimals: 1 }),
    number("Par m²", "Per m²", ({ kwhPerM2 }) => kwhPerM2, { unit: "kWh/m²", decimals: 1 }),
    share("Complétude", "Completeness", ({ completeness }) => completeness),
    number("Un an plus tôt", "A year earlier", ({ previousKwh }) => previousKwh, { unit: "kWh", decimals: 0 }),
    share(
      "Complétude un an plus tôt",
      "Completeness a year earlier",
      ({ previousCompleteness }) => previousCompleteness,
    ),
    share("Évolution", "Change", ({ change }) => change),
    number("Degrés-jours", "Degree days", ({ heatingKd }) => heatingKd, { unit: "K·j", decimals: 0 }),
    share(
      "Évolution corrigée du climat (estimation)",
      "Change corrected by climate (estimation)",
      (row) => row.climateChange,
    ),
    number("Coût TTC", "Cost with taxes", ({ cost }) => cost, { unit: currency ?? undefined, decimals: 2 }),
    share("Part dont le prix est connu", "Part with a price", ({ costedShare }) => costedShare),
    number("Émissions", "Emissions", ({ kgCo2e }) => kgCo2e, { unit: "kg CO2e", decimals: 0 }),
  ],
);

function ofEnergy(energy: Energy): Column<Row> {
  const { fr, en } = energyWords[energy] ?? { fr: energy, en: energy };
  return number(fr, en, ({ byEnergy }) => byEnergy[energy], { unit: "kWh", decimals: 0 });
}
