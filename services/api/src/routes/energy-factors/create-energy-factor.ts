import { EnergyFactor, EnergyFactorBody } from "@gtb/contracts/energy-factors";
import { listEnergyFactors } from "@gtb/database/queries/list-energy-factors";
import { storeEnergyFactor } from "@gtb/database/queries/store-energy-factor";
import { found, referred } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const createEnergyFactorRoute = route({
  method: "POST",
  path: "/api/v1/energy-factors",
  allow: "meter:write",
  summary:
    "Say a factor of some months: an organisation's own, or by the agency everybody's; it takes the place of another",
  body: EnergyFactorBody,
  reply: EnergyFactor,
  handler: async ({ db, body }) => {
    const id = referred(await storeEnergyFactor(db, body), "The organisation");
    return found(
      (await listEnergyFactors(db, {})).find((factor) => factor.id === id),
      "factor",
    );
  },
});
