import type { ImportPreset } from "./import-preset.ts";

/**
 * Daily consumptions of GRDF's customer space (`Donnees_informatives_<PCE>_….xlsx`): from the tenth line on the day, first and
 * last index, volume, energy, conversion coefficient, temperature, kind. Layout: github.com/ssenart/PyGazpar
 * pygazpar/excelparser.py (columns B to I); the names of the columns from public programs that read such files, which also find
 * the PCE some lines above the table. That the day is the gas day, 06:00 to 06:00, and not that of the morning's reading, is what
 * users of GRDF's interface write ("la veille du relevé"); for this workbook nobody says it, so it is asked.
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
