import { Contract, ContractBody } from "@gtb/contracts/supply-contracts";
import { insertContract } from "@gtb/database/queries/insert-contract";
import { found, referred } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { readContract } from "./read-contract.ts";
import { refuseOverlap } from "./refuse-overlap.ts";

export const createContractRoute = route({
  method: "POST",
  path: "/api/v1/contracts",
  allow: "meter:write",
  summary: "Add a supply contract with its prices to a delivery point",
  body: ContractBody,
  reply: Contract,
  handler: async ({ db, body: { deliveryPoint, ...said } }) => {
    const id = referred(await refuseOverlap(() => insertContract(db, deliveryPoint, said)), "The delivery point");
    return found(await readContract(db, id), "contract");
  },
});
