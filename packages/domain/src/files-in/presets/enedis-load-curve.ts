import type { ImportPreset } from "./import-preset.ts";

/**
 * Load curve of Enedis' customer space ("Mes mesures", and the file sent by mail): a line of names, a line with the PRM, then
 * `Horodate;Valeur` with mean powers in W. Layout: github.com/l-etabli/quoalise formalisme/enedis.md ("Flux historique
 * mail / ftp") and the test files of public parsers. Older files mark the start of the interval (00:00 … 23:50), newer ones
 * its end (00:30 first): the first stamp of the file tells, see propose-mapping.
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
