import { RegisterSetup } from "@gtb/contracts/register-parameters";
import { RegisterParams } from "@gtb/contracts/registers";
import { getRegister } from "@gtb/database/queries/get-register";
import { found } from "../../problem-error.ts";
import { readRegisterSetup } from "../../register-setup.ts";
import { route } from "../../route.ts";

export const getRegisterParametersRoute = route({
  method: "GET",
  path: "/api/v1/registers/:registerId/parameters",
  allow: "data:read",
  summary: "How a register's counts are and were meant, and the points that it read: who said it, when and why",
  params: RegisterParams,
  reply: RegisterSetup,
  tagged: false,
  handler: async ({ db, params: { registerId }, now }) => {
    found(await getRegister(db, registerId, now), "register");
    return readRegisterSetup(db, registerId, null);
  },
});
