import type { ImportPreset } from "./import-preset.ts";

/**
 * Daily consumptions of GRDF's customer space (`Donnees_informatives_<PCE>_….xlsx`): a table from the ninth line on with the
 * day, indexes, volume, energy, conversion coefficient and temperature. Layout: github.com/ssenart/PyGazpar
 * pygazpar/excelparser.py; column names from public programs that read such files. The day is a gas day, 06:00 to 06:00.
 */
export const grdfDailyPreset: ImportPreset = {
  id: "grdf-daily",
  name: "GRDF — consommations journalières (kWh)",
  header: ["Date de relevé", "Energie consommée (kWh)"],
  unverified: "Vérifiez que la date est bien celle de la journée gazière (06 h – 06 h).",
  mapping: {
    decimal: ",",
    time: {
      columns: ["Date de relevé"],
      format: "dd/MM/yyyy",
      timeZone: "Europe/Paris",
      marks: "start",
      interval: { kind: "gas-day" },
    },
    values: [
      {
        column: "Energie consommée (kWh)",
        content: "interval",
        unit: "kW.h",
        target: { by: "register", register: "" },
      },
    ],
    estimated: null,
  },
};

/** The same export of several PCE: each line names its own. */
export const grdfDailyOfManyPreset: ImportPreset = {
  ...grdfDailyPreset,
  id: "grdf-daily-many",
  name: "GRDF — consommations journalières de plusieurs PCE (kWh)",
  header: ["N° PCE", ...grdfDailyPreset.header],
  unverified: "Vérifiez que la date est bien celle de la journée gazière (06 h – 06 h).",
  mapping: {
    ...grdfDailyPreset.mapping,
    values: [
      {
        column: "Energie consommée (kWh)",
        content: "interval",
        unit: "kW.h",
        target: { by: "column", column: "N° PCE", holds: "delivery-point", tariffClass: null },
      },
    ],
  },
};
