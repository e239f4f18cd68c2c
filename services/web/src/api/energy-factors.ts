import { EnergyFactor, type EnergyFactorBody, EnergyFactorList } from "@gtb/contracts/energy-factors";
import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { apiUrl, get, post, remove } from "./request.ts";

export type ListedFactor = z.output<typeof EnergyFactor>;
export type FactorWish = z.input<typeof EnergyFactorBody>;

export const energyFactorsQuery = queryOptions({
  queryKey: ["energy-factors"],
  queryFn: async ({ signal }) => (await get(EnergyFactorList, apiUrl("/energy-factors"), signal)).items,
});

/** Takes the place of another of the same kind in its months. */
export async function addFactor(factor: FactorWish): Promise<void> {
  await post(EnergyFactor, apiUrl("/energy-factors"), factor);
}

export function withdrawFactor(factorId: string): Promise<void> {
  return remove(apiUrl(`/energy-factors/${factorId}`));
}
