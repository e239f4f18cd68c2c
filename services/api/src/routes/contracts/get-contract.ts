import { Contract, ContractParams } from "@gtb/contracts/supply-contracts";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { readContract } from "./read-contract.ts";

export const getContractRoute = route({
  method: "GET",
  path: "/api/v1/contracts/:contractId",
  allow: "data:read",
  summary: "One contract with its prices",
  params: ContractParams,
  reply: Contract,
  handler: async ({ db, params: { contractId } }) => found(await readContract(db, contractId), "contract"),
});
