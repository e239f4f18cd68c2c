import type { ImportPreset } from "./import-preset.ts";

/**
 * Daily indexes of a Linky (C5), in Wh: supplier classes EAS F1 to F10, distributor classes EAS D1 to D4, total EAS T. Layout:
 * github.com/l-etabli/quoalise formalisme/enedis.md. Which hours F1 … F10 mean is the supplier's calendar, which stands below
 * the table: the total is mapped, classes are added on screen.
 */
export const enedisDailyIndexPreset: ImportPreset = {
  id: "enedis-daily-index",
  name: "Enedis — index quotidiens (EAS T)",
  header: ["Horodate", "Type de releve", "EAS T"],
  unverified: null,
  mapping: {
    decimal: ".",
    time: {
      columns: ["Horodate"],
      format: "iso",
      timeZone: "Europe/Paris",
      marks: "instant",
      interval: { kind: "none" },
    },
    values: [
      {
        column: "EAS T",
        content: "index",
        unit: "W.h",
        target: { by: "cell", line: 2, column: 1, holds: "delivery-point", tariffClass: null },
      },
    ],
    estimated: null,
  },
};
