import type { ImportPreset } from "./import-preset.ts";

/**
 * Load curves of many PRM in one table, as the flow R63 (and R50 turned into CSV) gives them: every line bears its PRM, unit and
 * step (`PT30M`, `PT5M`). Columns, with and without accents, from the tests of public parsers of R63: "Identifiant PRM;Date de
 * debut;…;Unite;Horodate;Valeur;Nature;Pas". The unit is that of the first line: W (mean power) and Wh (energy of the step) are
 * both given. We had no file of Enedis' own; those tests have stamps of 00:00, so which side they mark is asked.
 */
export const enedisR63Preset: ImportPreset = {
  id: "enedis-r63",
  name: "Enedis — courbes de charge de plusieurs PRM (R63)",
  unitColumn: "Unité",
  header: ["Identifiant PRM", "Unité", "Horodate", "Valeur", "Pas"],
  unverified:
    "Vérifiez si l'horodate marque le début ou la fin du pas : nous n'avons pas pu le lire dans un fichier d'Enedis.",
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
