import type { UsedFactor } from "@gtb/contracts/analysis";
import type { z } from "zod";
import type { AboutLine } from "./table.ts";
import { energyWords } from "./words.ts";

/** The versions of factors that a table was made with. */
export function factorLines(factors: readonly z.output<typeof UsedFactor>[]): AboutLine[] {
  return factors.map(({ kind, energy, value, year, source }) => {
    const word = energyWords[energy ?? ""];
    return [
      { fr: `Facteur ${kind}, ${word?.fr ?? "toutes énergies"}`, en: `Factor ${kind}, ${word?.en ?? "every energy"}` },
      [value, year, source].filter((part) => part !== null).join(" · "),
    ];
  });
}
