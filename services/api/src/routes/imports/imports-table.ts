import type { ImportFileList, ImportRefusalList } from "@gtb/contracts/imports";
import type { z } from "zod";
import { instant, number, text } from "../../tables/columns.ts";
import { table } from "../../tables/table.ts";

export const importsTable = table(
  {
    title: { fr: "Fichiers importés", en: "Imported files" },
    rows: ({ items }: z.output<typeof ImportFileList>) => items,
  },
  [
    text("Fichier", "File", ({ name }) => name),
    text("Collectivité", "Organisation", ({ organisation }) => organisation.name),
    number("Taille", "Size", ({ bytes }) => bytes, { unit: "octets", decimals: 0 }),
    instant("Apporté le", "Brought at", ({ createdAt }) => createdAt),
    text("Dernière opération", "Latest run", ({ latestRun }) => latestRun?.kind),
    text("État", "State", ({ latestRun }) => latestRun?.state),
    number("Lignes", "Lines", ({ latestRun }) => latestRun?.lines, { decimals: 0 }),
    number("Refusées", "Refused", ({ latestRun }) => latestRun?.refused, { decimals: 0 }),
    number("Nouvelles", "New", ({ latestRun }) => latestRun?.inserted, { decimals: 0 }),
    number("Remplacées", "Replaced", ({ latestRun }) => latestRun?.superseded, { decimals: 0 }),
    number("Inchangées", "Unchanged", ({ latestRun }) => latestRun?.unchanged, { decimals: 0 }),
    text("Erreur", "Error", ({ latestRun }) => latestRun?.error),
    instant("Terminé le", "Finished at", ({ latestRun }) => latestRun?.finishedAt),
  ],
);

export const importRefusalsTable = table(
  {
    title: { fr: "Lignes refusées", en: "Refused lines" },
    rows: ({ items }: z.output<typeof ImportRefusalList>) => items,
  },
  [
    number("Ligne", "Line", ({ line }) => line, { decimals: 0 }),
    text("Colonne", "Column", ({ column }) => column),
    text("Motif", "Reason (in French)", ({ reason }) => reason),
  ],
);
