import { Contract, ContractChangeBody, ContractParams } from "@gtb/contracts/supply-contracts";
import { storeContractVersion } from "@gtb/database/queries/store-contract-version";
import { editRoute } from "../../edit-route.ts";
import { readContract } from "./read-contract.ts";
import { refuseOverlap } from "./refuse-overlap.ts";

export const updateContractRoute = editRoute({
  path: "/api/v1/contracts/:contractId",
  allow: "meter:write",
  summary: "Say all that a contract says anew; costs follow it at once, and what was believed before is kept",
  table: "contract",
  params: ContractParams,
  body: ContractChangeBody,
  reply: Contract,
  read: readContract,
  change: (db, id, body) => refuseOverlap(() => storeContractVersion(db, id, body)),
});
