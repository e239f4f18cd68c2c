import type { ImportPreset } from "./import-preset.ts";

/**
 * Load curve of Enedis' customer space ("Mes mesures", and the file sent by mail): a line of names, a line with the PRM, then
 * `Horodate;Valeur` with mean powers in W; gaps are empty values. Layout: github.com/l-etabli/quoalise formalisme/enedis.md
 * ("Flux historique mail / ftp"), whose file of 2020 begins at 00:00 and ends at 23:50, so its stamps mark starts. A public
 * importer that says "verified against a real export" finds 00:30 first and ends marked. The first stamp of the file tells, see
 * propose-mapping. The same columns hold daily maximum powers: the word above the table tells them apart.
 */
export const enedisLoadCurvePreset: ImportPreset = {
  id: "enedis-load-curve",
  name: "Enedis — courbe de charge (Horodate;Valeur)",
  header: ["Horodate", "Valeur"],
  preamble: "courbe de charge",
  unverified: "Vérifiez si l'horodate marque le début ou la fin du pas : les deux ont été publiés.",
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
        target: { by: "cell", line: 2, column: 1, holds: "delivery-point", tariffClass: null },
      },
    ],
    estimated: null,
  },
};
