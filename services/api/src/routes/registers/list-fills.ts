import { FillList } from "@gtb/contracts/fills";
import { RegisterParams } from "@gtb/contracts/registers";
import { getRegister } from "@gtb/database/queries/get-register";
import { listFills } from "@gtb/database/queries/list-fills";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const listFillsRoute = route({
  method: "GET",
  path: "/api/v1/registers/:registerId/fills",
  allow: "data:read",
  summary: "What people asked to be filled of a register's hours, the newest first",
  params: RegisterParams,
  reply: FillList,
  handler: async ({ db, params: { registerId }, now }) => {
    found(await getRegister(db, registerId, now), "register");
    return { items: await listFills(db, registerId) };
  },
});
