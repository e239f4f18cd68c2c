import type { WeekOfEnergy } from "../../api/buildings.ts";
import { relativeChange, sumKnown } from "../../figures/known-sum.ts";

/** Below this share of known hours a week is not compared: the difference would tell of the gap, not of the building. */
const enoughKnown = 0.9;

/** This week of a building or of several, all energies that have kWh together; null: unknown, never 0. */
export interface WeekFigures {
  readonly energyKwh: number | null;
  /** The same weekdays and hours of last week */
  readonly lastSameSpanKwh: number | null;
  readonly lastWeekKwh: number | null;
  /** (this − last) / last over the same span; null where it cannot honestly be said */
  readonly change: number | null;
  /** Of the worst known energy, 0 to 1; null without a meter */
  readonly knownShare: number | null;
}

/** Adds the energies of one building; water has no kWh and stays out. */
export function weekFigures(weeks: readonly WeekOfEnergy[]): WeekFigures {
  const counted = weeks.filter((week) => week.energy !== "water");
  const energyKwh = sumKnown(counted.map((week) => week.thisWeek.energyKwh));
  const lastSameSpanKwh = sumKnown(counted.map((week) => week.lastWeekSameSpan.energyKwh));
  const shares = counted.map((week) => week.thisWeek.knownShare);
  const comparable = counted.every(
    ({ thisWeek, lastWeekSameSpan }) =>
      thisWeek.knownShare >= enoughKnown && lastWeekSameSpan.knownShare >= enoughKnown,
  );
  return {
    energyKwh,
    lastSameSpanKwh,
    lastWeekKwh: sumKnown(counted.map((week) => week.lastWeek.energyKwh)),
    change: comparable ? relativeChange(energyKwh, lastSameSpanKwh) : null,
    knownShare: shares.length === 0 ? null : Math.min(...shares),
  };
}

/** Adds buildings; the change is that of the buildings which can be compared, all others left out on both sides. */
export function addFigures(buildings: readonly WeekFigures[]): WeekFigures {
  const compared = buildings.filter((building) => building.change !== null);
  const shares = buildings.flatMap(({ knownShare }) => (knownShare === null ? [] : [knownShare]));
  return {
    energyKwh: sumKnown(buildings.map((building) => building.energyKwh)),
    lastSameSpanKwh: sumKnown(buildings.map((building) => building.lastSameSpanKwh)),
    lastWeekKwh: sumKnown(buildings.map((building) => building.lastWeekKwh)),
    change: relativeChange(
      sumKnown(compared.map((building) => building.energyKwh)),
      sumKnown(compared.map((building) => building.lastSameSpanKwh)),
    ),
    knownShare: shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length,
  };
}
