import type { BuildingClimate, StationClimate } from "@gtb/contracts/climate";
import type { z } from "zod";
import { day, number } from "../../tables/columns.ts";
import { type AboutLine, table } from "../../tables/table.ts";

type Station = z.output<typeof StationClimate>;
type Building = z.output<typeof BuildingClimate>;

const celsius = { unit: "°C", decimals: 1 };
const degreeDays = { unit: "K·j", decimals: 1 };

export const climateTable = table(
  {
    title: { fr: "Climat", en: "Climate" },
    rows: ({ periods }: Station | Building) => periods,
    about: (answer): AboutLine[] => [
      [{ fr: "Périmètre", en: "Scope" }, "station" in answer ? answer.station.name : answer.building.name],
      ...("stations" in answer ? answer.stations : []).map(
        ({ station }): AboutLine => [{ fr: "Station", en: "Station" }, `${station.name} (${station.source})`],
      ),
      [{ fr: "Méthode", en: "Method" }, answer.method],
      [{ fr: "Base de chauffage (°C)", en: "Heating base (°C)" }, answer.base],
      [{ fr: "Base de froid (°C)", en: "Cooling base (°C)" }, answer.coolingBase],
      [{ fr: "Jours connus", en: "Known days" }, `${answer.total.knownDays} / ${answer.total.days}`],
    ],
  },
  [
    day("Début", "Start", ({ start }) => start),
    number("Minimum", "Minimum", ({ minC }) => minC, celsius),
    number("Maximum", "Maximum", ({ maxC }) => maxC, celsius),
    number("Moyenne", "Mean", ({ meanC }) => meanC, celsius),
    number("Degrés-jours de chauffage", "Heating degree days", ({ heatingKd }) => heatingKd, degreeDays),
    number("Degrés-jours de froid", "Cooling degree days", ({ coolingKd }) => coolingKd, degreeDays),
    number("Jours connus", "Known days", ({ knownDays }) => knownDays, { decimals: 0 }),
    number("Jours", "Days", ({ days }) => days, { decimals: 0 }),
  ],
);
