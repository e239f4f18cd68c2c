import type { AuditList } from "@gtb/contracts/audit";
import type { z } from "zod";
import { instant, text, word } from "../../tables/columns.ts";
import { table } from "../../tables/table.ts";
import { auditActionWords } from "../../tables/words.ts";

export const auditTable = table(
  {
    title: { fr: "Journal", en: "Audit journal" },
    rows: ({ items }: z.output<typeof AuditList>) => items,
  },
  [
    instant("Le", "At", ({ at }) => at),
    text("Qui", "Who", ({ actor }) => actor.name),
    text("Par", "Via", ({ via }) => via),
    text("Adresse IP", "IP address", ({ ip }) => ip),
    word("Action", "Action", auditActionWords, ({ action }) => action),
    text("Objet", "Kind of thing", ({ object }) => object.kind),
    text("Nom", "Name", ({ object }) => object.name),
    text("Collectivité", "Organisation", ({ organisation }) => organisation?.name),
    text("Avant", "Before", ({ before }) => before && JSON.stringify(before)),
    text("Après", "After", ({ after }) => after && JSON.stringify(after)),
  ],
);
