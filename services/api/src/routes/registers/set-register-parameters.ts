import { RegisterParametersBody, RegisterSetup } from "@gtb/contracts/register-parameters";
import { RegisterParams } from "@gtb/contracts/registers";
import { findRecomputeJob } from "@gtb/database/queries/find-waiting-job";
import { getRegister } from "@gtb/database/queries/get-register";
import { setRegisterParameters } from "@gtb/database/queries/set-register-parameters";
import { found } from "../../problem-error.ts";
import { readRegisterSetup } from "../../register-setup.ts";
import { route } from "../../route.ts";

export const setRegisterParametersRoute = route({
  method: "POST",
  path: "/api/v1/registers/:registerId/parameters",
  allow: "meter:write",
  summary: "Say how a register's counts are meant for a period, also a past one; its consumption is computed again",
  params: RegisterParams,
  body: RegisterParametersBody,
  reply: RegisterSetup,
  handler: async ({ db, params: { registerId }, body, now }) => {
    found(await getRegister(db, registerId, now), "register");
    await setRegisterParameters(db, registerId, body);
    return readRegisterSetup(db, registerId, await findRecomputeJob(db, registerId));
  },
});
