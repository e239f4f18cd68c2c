import { EnergyFactorList, EnergyFactorQuery } from "@gtb/contracts/energy-factors";
import { listEnergyFactors } from "@gtb/database/queries/list-energy-factors";
import { route } from "../../route.ts";
import { energyFactorsTable } from "./energy-factors-table.ts";

export const listEnergyFactorsRoute = route({
  method: "GET",
  path: "/api/v1/energy-factors",
  allow: "data:read",
  summary: "Factors of CO2e and primary energy with their year and source, of the platform and of one's organisations",
  query: EnergyFactorQuery,
  reply: EnergyFactorList,
  table: energyFactorsTable,
  handler: async ({ db, query: { knownAt } }) => ({
    items: await listEnergyFactors(db, {
      knownAt: knownAt === undefined ? undefined : new Date(`${knownAt}T23:59:59Z`),
    }),
  }),
});
