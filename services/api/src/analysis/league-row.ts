import type { LeagueRow } from "@gtb/contracts/league";
import type { LeagueBuildingRow, LeagueSum } from "@gtb/database/queries/list-league";

export interface BuildingMoney {
  readonly cost: number | null;
  readonly costedShare: number;
  readonly kgCo2e: number | null;
}

/** Both years must be known so far, or their difference is that of the data. */
const leastKnown = 0.9;

/** One building of the league table. kWh are unknown where a part of what is known has none. */
export function leagueRow(
  building: LeagueBuildingRow,
  money: BuildingMoney,
  degreeDays: { readonly period: number | null; readonly before: number | null },
): LeagueRow {
  const { energies, floorAreaM2 } = building;
  const [energyKwh, previousKwh] = [
    kwhOf(energies.map(({ energy, period }) => ({ energy, ...period }))),
    kwhOf(energies.map(({ energy, before }) => ({ energy, ...before }))),
  ];
  const [completeness, previousCompleteness] = [
    knownShare(energies.map((one) => one.period)),
    knownShare(energies.map((one) => one.before)),
  ];
  const isComparable = completeness >= leastKnown && previousCompleteness >= leastKnown;
  const change = isComparable ? ratio(energyKwh, previousKwh) : null;
  const perDegree = isComparable ? ratio(per(energyKwh, degreeDays.period), per(previousKwh, degreeDays.before)) : null;
  return {
    building: building.building,
    name: building.name,
    organisation: building.organisation,
    use: building.use,
    simulated: building.simulated,
    floorAreaM2,
    energyKwh,
    byEnergy: Object.fromEntries(
      energies.flatMap(({ energy, period }) =>
        period.energyKwh === null || period.lacksKwh ? [] : [[energy, period.energyKwh]],
      ),
    ),
    waterM3: energies.find(({ energy }) => energy === "water")?.period.native ?? null,
    kwhPerM2: per(energyKwh, floorAreaM2),
    completeness,
    previousKwh,
    previousCompleteness,
    change: change === null ? null : change - 1,
    heatingKd: degreeDays.period,
    previousHeatingKd: degreeDays.before,
    climateChange: perDegree === null ? null : perDegree - 1,
    ...money,
  };
}

function kwhOf(sums: readonly (LeagueSum & { readonly energy: string })[]): number | null {
  const withKwh = sums.filter(({ energy }) => energy !== "water");
  if (withKwh.some(({ lacksKwh }) => lacksKwh)) return null;
  const known = withKwh.flatMap(({ energyKwh }) => energyKwh ?? []);
  return known.length === 0 ? null : known.reduce((sum, kwh) => sum + kwh, 0);
}

function knownShare(sums: readonly LeagueSum[]): number {
  const expected = sums.reduce((sum, { expectedHours }) => sum + expectedHours, 0);
  const known = sums.reduce((sum, { knownHours }) => sum + knownHours, 0);
  return expected > 0 ? Math.min(1, known / expected) : 0;
}

function per(amount: number | null, divisor: number | null): number | null {
  return amount === null || divisor === null || divisor <= 0 ? null : amount / divisor;
}

function ratio(now: number | null, before: number | null): number | null {
  return now === null || before === null || before <= 0 ? null : now / before;
}
