import type { ImportPreset } from "./import-preset.ts";

const time = {
  columns: ["Date"],
  format: "dd/MM/yyyy",
  timeZone: "Europe/Paris",
  marks: "start",
  interval: { kind: "day" },
} as const;

/**
 * "Consommation Quotidienne" of the customer space, as workbook or CSV. Layout from the test files of public parsers of the real
 * workbook: a cover sheet "Page d'accueil", then "Export Consommation Quotidienne" with `Point Référence Mesure (PRM) : ` and the
 * number beside it, and `Date`, `Valeur (en kWh)` some lines below, dates as 01/01/2026 or as serials, "NA" where there is none.
 * The place of the PRM differs between them: it is looked for above the table.
 */
export const enedisDailyConsumptionPreset: ImportPreset = {
  id: "enedis-daily-kwh",
  name: "Enedis — consommation quotidienne (kWh)",
  header: ["Date", "Valeur (en kWh)"],
  unverified: null,
  mapping: {
    decimal: ",",
    time,
    values: [
      {
        column: "Valeur (en kWh)",
        content: "interval",
        unit: "kW.h",
        target: { by: "cell", line: 1, column: 2, holds: "delivery-point", tariffClass: null },
      },
    ],
    estimated: null,
  },
};

/** The CSV of daily energies in Wh: a line of names, a line with the PRM, then `Date;Valeur (en Wh)`, dates as ISO. */
export const enedisDailyWhPreset: ImportPreset = {
  id: "enedis-daily-wh",
  name: "Enedis — consommation quotidienne (Wh)",
  header: ["Date", "Valeur (en Wh)"],
  unverified: null,
  mapping: {
    decimal: ".",
    time: { ...time, format: "iso" },
    values: [
      {
        column: "Valeur (en Wh)",
        content: "interval",
        unit: "W.h",
        target: { by: "cell", line: 2, column: 1, holds: "delivery-point", tariffClass: null },
      },
    ],
    estimated: null,
  },
};
