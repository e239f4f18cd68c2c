import { RegisterBreakList } from "@gtb/contracts/register-events";
import { RegisterParams } from "@gtb/contracts/registers";
import { getRegister } from "@gtb/database/queries/get-register";
import { listRegisterBreaks } from "@gtb/database/queries/list-register-breaks";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const listRegisterBreaksRoute = route({
  method: "GET",
  path: "/api/v1/registers/:registerId/breaks",
  allow: "data:read",
  summary: "Where a register's count fell and nobody has explained it",
  params: RegisterParams,
  reply: RegisterBreakList,
  handler: async ({ db, params: { registerId }, now }) => {
    found(await getRegister(db, registerId, now), "register");
    return { items: await listRegisterBreaks(db, { register: registerId }) };
  },
});
