import { Contract, type ContractChangeBody, ContractList } from "@gtb/contracts/supply-contracts";
import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { moneyKey } from "./delivery-points.ts";
import { apiUrl, get, patchAsTagged, post, remove } from "./request.ts";

export type SupplyContract = z.output<typeof Contract>;
export type ContractTermsWish = z.input<typeof ContractChangeBody>;

/** The contracts of one delivery point: those that ended, too. */
export function contractsQuery(deliveryPoint: string) {
  return queryOptions({
    queryKey: [...moneyKey, "contracts", deliveryPoint],
    queryFn: async ({ signal }) =>
      (await get(ContractList, apiUrl("/contracts", { deliveryPoint, limit: 500 }), signal)).items,
  });
}

export async function addContract(deliveryPoint: string, terms: ContractTermsWish): Promise<void> {
  await post(Contract, apiUrl("/contracts"), { deliveryPoint, ...terms });
}

/** Says all that the contract says anew; what it said before is kept as what was known before. */
export function changeContract(contractId: string, terms: ContractTermsWish): Promise<void> {
  return patchAsTagged(apiUrl(`/contracts/${contractId}`), terms);
}

export function withdrawContract(contractId: string): Promise<void> {
  return remove(apiUrl(`/contracts/${contractId}`));
}
