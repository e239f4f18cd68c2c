import { EnergyFactorParams } from "@gtb/contracts/energy-factors";
import { Done } from "@gtb/contracts/session";
import { withdrawEnergyFactor } from "@gtb/database/queries/withdraw-energy-factor";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const withdrawEnergyFactorRoute = route({
  method: "DELETE",
  path: "/api/v1/energy-factors/:energyFactorId",
  allow: "meter:write",
  summary: "Withdraw a factor: its months have none, or the platform's, from now on",
  params: EnergyFactorParams,
  reply: Done,
  handler: async ({ db, params: { energyFactorId } }) => {
    found((await withdrawEnergyFactor(db, energyFactorId)) || undefined, "factor");
    return { done: true as const };
  },
});
