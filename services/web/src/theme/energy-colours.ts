import type { Energy } from "@gtb/contracts/energies";

/** One colour an energy on every page; each stands out against white by at least 3:1. */
export const energyColours: Readonly<Record<Energy, string>> = {
  electricity: "#2f6690",
  gas: "#d0782a",
  heat: "#b0413e",
  fuel_oil: "#6d5c4d",
  wood: "#7b8b3b",
  water: "#2a8fa8",
};

/** Energies from the bottom of a stack to its top; water is counted in m³ and stands apart. */
export const stackedEnergies = ["electricity", "heat", "gas", "fuel_oil", "wood"] as const satisfies readonly Energy[];
