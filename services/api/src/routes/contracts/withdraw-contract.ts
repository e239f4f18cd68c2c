import { Done } from "@gtb/contracts/session";
import { ContractParams } from "@gtb/contracts/supply-contracts";
import { withdrawContract } from "@gtb/database/queries/withdraw-contract";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const withdrawContractRoute = route({
  method: "DELETE",
  path: "/api/v1/contracts/:contractId",
  allow: "meter:write",
  summary: "Withdraw a contract that was typed by mistake; one that ended is given its last day instead",
  params: ContractParams,
  reply: Done,
  handler: async ({ db, params: { contractId } }) => {
    found((await withdrawContract(db, contractId)) || undefined, "contract");
    return { done: true as const };
  },
});
