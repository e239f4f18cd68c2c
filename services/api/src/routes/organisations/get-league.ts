import { League, LeagueQuery } from "@gtb/contracts/league";
import { OrganisationParams } from "@gtb/contracts/organisations";
import { getOrganisation } from "@gtb/database/queries/get-organisation";
import { type LeagueBuildingRow, listLeague } from "@gtb/database/queries/list-league";
import { widenPeriod } from "@gtb/database/queries/widen-period";
import { readDegreeDays } from "../../analysis/building-degree-days.ts";
import { readBuildingsMoney } from "../../analysis/building-money.ts";
import { leagueRow } from "../../analysis/league-row.ts";
import { usedFactors } from "../../analysis/read-analysis.ts";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { leagueTable } from "./league-table.ts";

export const getLeagueRoute = route({
  method: "GET",
  path: "/api/v1/organisations/:organisationId/league",
  allow: "data:read",
  summary:
    "An organisation's buildings side by side over some months: kWh, per m², against the year before, cost and carbon",
  params: OrganisationParams,
  query: LeagueQuery,
  reply: League,
  table: leagueTable,
  tagged: false,
  handler: async ({ db, params: { organisationId }, query: { from, to, energy, use }, now }) => {
    found(await getOrganisation(db, organisationId, now.toISOString().slice(0, 10)), "organisation");
    const months = { from: `${from}-01`, to: nextMonth(to) };
    const before = { from: yearBefore(months.from), to: yearBefore(months.to) };
    const buildings = await listLeague(db, { organisation: organisationId, ...months, energy, use, now });
    const degreeDays = await readDegreeDays(
      db,
      buildings.map(({ building }) => building),
      { from: before.from, to: months.to },
    );
    const timeZone = buildings[0]?.timeZone ?? "Europe/Paris";
    // Widened from noon of the first day to that of the last: local midnights, whatever the offset.
    const [first, last] = [
      new Date(`${months.from}T12:00:00Z`),
      new Date(Date.parse(`${months.to}T12:00:00Z`) - 86_400_000),
    ];
    const period = await widenPeriod(db, { from: first, to: last, timeZone }, "day");
    const money = await readBuildingsMoney(db, buildings, { ...period, timeZone });
    const row = (building: LeagueBuildingRow) =>
      leagueRow(building, money.of(building), {
        period: degreeDays(building.building, months),
        before: degreeDays(building.building, before),
      });
    const factors = usedFactors(money.factors);
    return { organisation: organisationId, from, to, currency: money.currency, items: buildings.map(row), factors };
  },
});

function nextMonth(month: string): string {
  const [year = 0, index = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, index)).toISOString().slice(0, 10);
}

function yearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
}
