import type { HeatingEnergy } from "@gtb/contracts/buildings";
import type { Energy } from "@gtb/contracts/energies";
import type { DetailedBuilding } from "../../api/buildings.ts";
import { stackedEnergies } from "../../theme/energy-colours.ts";

const heatingBy: Readonly<Record<HeatingEnergy, Energy | null>> = {
  electricity: "electricity",
  heat_pump: "electricity",
  gas: "gas",
  fuel_oil: "fuel_oil",
  wood: "wood",
  heat_network: "heat",
  none: null,
};

/** Energies that the building has a meter of, in the order of the stack; water apart. */
export function meteredEnergies({ meters }: Pick<DetailedBuilding, "meters">): Energy[] {
  return stackedEnergies.filter((energy) => meters.some((meter) => meter.energy === energy));
}

/** The one that was asked for; else what the building is heated with, which says most; else the first. */
export function chosenEnergy(
  building: Pick<DetailedBuilding, "meters" | "heatingEnergy">,
  asked: Energy | undefined,
): Energy | undefined {
  const metered = meteredEnergies(building);
  const heating = heatingBy[building.heatingEnergy];
  return metered.find((one) => one === asked) ?? metered.find((one) => one === heating) ?? metered[0];
}
