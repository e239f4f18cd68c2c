import type { RankedBuilding } from "../../api/league.ts";

export const leagueColumns = [
  "name",
  "kwhPerM2",
  "energyKwh",
  "change",
  "climateChange",
  "cost",
  "kgCo2e",
  "completeness",
] as const;
export type LeagueColumn = (typeof leagueColumns)[number];

/** Greatest first, names from A to Z; unknown last whichever way, for it is neither much nor little. */
export function rankBuildings(
  rows: readonly RankedBuilding[],
  column: LeagueColumn,
  reversed: boolean,
): RankedBuilding[] {
  const direction = reversed ? -1 : 1;
  return [...rows].sort((a, b) => {
    const byName = a.name.localeCompare(b.name, "fr");
    if (column === "name") return direction * byName;
    const [one, other] = [a[column], b[column]];
    if (one === null || other === null) return one === other ? byName : one === null ? 1 : -1;
    return direction * (other - one) || byName;
  });
}

/** The local months of a year that have begun. `today`: `2026-11-25` */
export function monthsOf(year: number, today: string): { readonly from: string; readonly to: string } {
  const last = today.startsWith(String(year)) ? today.slice(5, 7) : "12";
  return { from: `${year}-01`, to: `${year}-${last}` };
}
