import type { Queryable } from "@gtb/database/pool";
import { type CostRow, listCosts } from "@gtb/database/queries/list-costs";
import { listEmissions } from "@gtb/database/queries/list-emissions";
import type { LeagueBuildingRow } from "@gtb/database/queries/list-league";
import type { EnergyFactor } from "@gtb/domain/carbon/energy-factor";
import { currencyOf } from "./currency-of.ts";
import type { BuildingMoney } from "./league-row.ts";

export interface BuildingsMoney {
  readonly of: (building: LeagueBuildingRow) => BuildingMoney;
  readonly currency: string | null;
  readonly factors: readonly EnergyFactor[];
}

/** What many buildings' use cost and emitted between two local midnights. */
export async function readBuildingsMoney(
  db: Queryable,
  buildings: readonly LeagueBuildingRow[],
  period: { readonly from: Date; readonly to: Date; readonly timeZone: string },
): Promise<BuildingsMoney> {
  const meterIds = buildings.flatMap(metersOf);
  const request = { ...period, meterIds, by: "year" as const };
  const costs = Map.groupBy(await listCosts(db, request), ({ meterId }) => meterId);
  const { rows, factors } = await listEmissions(db, request);
  const emissions = Map.groupBy(rows, ({ meterId }) => meterId);
  const currency = currencyOf([...costs.values()].flat());
  return {
    currency: currency ?? null,
    factors,
    of: (building) => {
      const emitted = metersOf(building).flatMap((meterId) => emissions.get(meterId) ?? []);
      const hasFactor = emitted.some(({ co2eKwh }) => co2eKwh > 0);
      return {
        ...costOf(currency === undefined ? [] : metersOf(building).flatMap((meterId) => costs.get(meterId) ?? [])),
        kgCo2e: hasFactor ? emitted.reduce((sum, { kgCo2e }) => sum + kgCo2e, 0) : null,
      };
    },
  };
}

function metersOf({ energies }: LeagueBuildingRow): number[] {
  return energies.flatMap(({ meterIds }) => meterIds);
}

function costOf(rows: readonly CostRow[]): Pick<BuildingMoney, "cost" | "costedShare"> {
  const priced = rows.filter(({ currency }) => currency !== null);
  const known = rows.reduce((sum, { energyKwh }) => sum + (energyKwh ?? 0), 0);
  const costed = rows.reduce((sum, { costedKwh }) => sum + costedKwh, 0);
  const cost = priced.reduce((sum, row) => sum + row.variableInclTax + row.fixedInclTax, 0);
  return { cost: priced.length === 0 ? null : cost, costedShare: known > 0 ? Math.min(1, costed / known) : 0 };
}
