import type { BuildingDetail } from "@gtb/contracts/buildings";
import type { z } from "zod";
import { text, word } from "../../tables/columns.ts";
import { table } from "../../tables/table.ts";
import { energyWords } from "../../tables/words.ts";

/** A building's meters, a row for each register; a meter without one has a row all the same. */
export const metersTable = table(
  {
    title: { fr: "Compteurs", en: "Meters" },
    rows: ({ name, meters }: z.output<typeof BuildingDetail>) =>
      meters.flatMap((meter) =>
        (meter.registers.length > 0 ? meter.registers : [undefined]).map((register) => ({
          building: name,
          parent: meters.find(({ id }) => id === meter.parent)?.name,
          meter,
          register,
        })),
      ),
    timeZone: ({ timeZone }) => timeZone,
  },
  [
    text("Bâtiment", "Building", ({ building }) => building),
    text("Compteur", "Meter", ({ meter }) => meter.name),
    text("Numéro de série", "Serial number", ({ meter }) => meter.serialNumber),
    word("Énergie", "Energy", energyWords, ({ meter }) => meter.energy),
    text("Sous-compteur de", "Sub-meter of", ({ parent }) => parent),
    text("Index", "Register", ({ register }) => register?.name),
    text("Sens", "Direction", ({ register }) => register?.direction),
    text("Classe tarifaire", "Tariff class", ({ register }) => register?.tariffClass),
    text("Unité", "Unit", ({ register }) => register?.unit),
  ],
);
