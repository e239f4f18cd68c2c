import { ContractList, ContractListQuery } from "@gtb/contracts/supply-contracts";
import { listContracts } from "@gtb/database/queries/list-contracts";
import { readNameCursor, toPage } from "../../page.ts";
import { route } from "../../route.ts";
import { contractsTable } from "./contracts-table.ts";

export const listContractsRoute = route({
  method: "GET",
  path: "/api/v1/contracts",
  allow: "data:read",
  summary: "Contracts with their prices, by the name of their building",
  query: ContractListQuery,
  reply: ContractList,
  table: contractsTable,
  handler: async ({ db, query: { limit, cursor, ...filter } }) => {
    const rows = await listContracts(db, { ...filter, after: readNameCursor(cursor), limit: limit + 1 });
    return toPage(rows, limit, ({ building, id }) => [building.name, id]);
  },
});
