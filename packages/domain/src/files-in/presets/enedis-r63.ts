import type { ImportPreset } from "./import-preset.ts";

/**
 * Load curves of many PRM in one table, as the flows R50 and R63 give them as CSV: every line bears its PRM, unit and step
 * (`PT30M`). Column names from public parsers' test files of R63; we had no file of Enedis' own.
 */
export const enedisR63Preset: ImportPreset = {
  id: "enedis-r63",
  name: "Enedis — courbes de charge de plusieurs PRM (R63)",
  header: ["Identifiant PRM", "Unité", "Horodate", "Valeur", "Pas"],
  unverified:
    "Vérifiez l'unité (W ou Wh) et si l'horodate marque le début ou la fin du pas : nous n'avons pas pu le lire dans un fichier d'Enedis.",
  mapping: {
    decimal: ".",
    time: {
      columns: ["Horodate"],
      format: "iso",
      timeZone: "Europe/Paris",
      marks: "end",
      interval: { kind: "minutes", minutes: 30 },
    },
    values: [
      {
        column: "Valeur",
        content: "power",
        unit: "W",
        target: { by: "column", column: "Identifiant PRM", holds: "delivery-point", tariffClass: null },
      },
    ],
    estimated: null,
  },
};
