import type { ReadingColumns } from "@gtb/contracts/readings";
import type { z } from "zod";
import { instant, number, text } from "../../tables/columns.ts";
import { table } from "../../tables/table.ts";

export const readingsTable = table(
  {
    title: { fr: "Mesures", en: "Readings" },
    rows: ({ times, values, flags, min, max, counts }: z.output<typeof ReadingColumns>) =>
      times.map((time, index) => ({
        time,
        value: values[index],
        flags: flags?.[index]?.join(", "),
        min: min?.[index],
        max: max?.[index],
        count: counts?.[index],
      })),
    timeZone: ({ timeZone }) => timeZone,
    about: ({ quantity, unit, bucket, aggregate }) => [
      [{ fr: "Grandeur", en: "Quantity" }, quantity],
      [{ fr: "Unité (UCUM)", en: "Unit (UCUM)" }, unit],
      [{ fr: "Pas", en: "Bucket" }, bucket],
      [{ fr: "Agrégat", en: "Aggregate" }, aggregate],
    ],
  },
  ({ unit, bucket }) => [
    instant("Heure", "Time", ({ time }) => time),
    text("Heure (UTC)", "Time (UTC)", ({ time }) => time.toISOString()),
    number("Valeur", "Value", ({ value }) => value, { unit }),
    ...(bucket === null
      ? [text<{ readonly flags: string | undefined }>("Marques", "Flags", ({ flags }) => flags || null)]
      : [
          number<Bucket>("Minimum", "Minimum", ({ min }) => min, { unit }),
          number<Bucket>("Maximum", "Maximum", ({ max }) => max, { unit }),
          number<Bucket>("Mesures", "Readings", ({ count }) => count, { decimals: 0 }),
        ]),
  ],
);

interface Bucket {
  readonly min: number | null | undefined;
  readonly max: number | null | undefined;
  readonly count: number | undefined;
}
