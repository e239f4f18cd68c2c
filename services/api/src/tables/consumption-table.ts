import type { ConsumptionColumns } from "@gtb/contracts/consumption";
import type { z } from "zod";
import { instant, number, share, text, word } from "./columns.ts";
import { table } from "./table.ts";
import { energyWords } from "./words.ts";

type Columns = z.output<typeof ConsumptionColumns>;

/** Every bucket of every energy in a row of its own. */
export const consumptionTable = table(
  {
    title: { fr: "Consommations", en: "Consumption" },
    rows: ({ series, starts }: Columns) =>
      series.flatMap((one) => starts.map((start, step) => ({ start, step, series: one }))),
    timeZone: ({ timeZone }) => timeZone,
    about: ({ from, to }) => [
      [{ fr: "Du", en: "From" }, from],
      [{ fr: "Au (non compris)", en: "To (not included)" }, to],
    ],
  },
  [
    instant("Début", "Start", ({ start }) => start),
    text("Début (UTC)", "Start (UTC)", ({ start }) => start.toISOString()),
    word("Énergie", "Energy", energyWords, ({ series }) => series.energy),
    number("Consommation", "Consumption", ({ series, step }) => series.energyKwh[step], { unit: "kWh", decimals: 1 }),
    number("Quantité", "Quantity", ({ series, step }) => series.native[step], { decimals: 2 }),
    text("Unité de la quantité", "Unit of the quantity", ({ series }) => series.nativeUnit),
    share("Mesuré", "Measured", ({ series, step }) => series.measuredShare[step]),
    share("Estimé", "Estimated", ({ series, step }) => series.estimatedShare[step]),
    share("Manquant", "Missing", ({ series, step }) => series.missingShare[step]),
  ],
);
