import type { ImportPreset } from "./import-preset.ts";

/** The platform's own form, which `gtb import` has always taken. */
export const pointsPreset: ImportPreset = {
  id: "points",
  name: "Relevés de points (point, time, value)",
  header: ["point", "time", "value"],
  unverified: null,
  mapping: {
    decimal: ".",
    time: { columns: ["time"], format: "iso", timeZone: "Europe/Paris", marks: "instant", interval: { kind: "none" } },
    values: [
      {
        column: "value",
        content: "reading",
        unit: "none",
        target: { by: "column", column: "point", holds: "point", tariffClass: null },
      },
    ],
    estimated: null,
  },
};
