import { RegisterPointBody, RegisterSetup } from "@gtb/contracts/register-parameters";
import { RegisterParams } from "@gtb/contracts/registers";
import { assignRegisterPoint } from "@gtb/database/queries/assign-register-point";
import { findRecomputeJob } from "@gtb/database/queries/find-waiting-job";
import { getRegister } from "@gtb/database/queries/get-register";
import { found, referred } from "../../problem-error.ts";
import { readRegisterSetup } from "../../register-setup.ts";
import { route } from "../../route.ts";

export const assignRegisterPointRoute = route({
  method: "POST",
  path: "/api/v1/registers/:registerId/points",
  allow: "meter:write",
  summary: "Let a register read another point from an instant on; its consumption from then is computed again",
  params: RegisterParams,
  body: RegisterPointBody,
  reply: RegisterSetup,
  handler: async ({ db, params: { registerId }, body: { point, validFrom: from }, now }) => {
    found(await getRegister(db, registerId, now), "register");
    referred(await assignRegisterPoint(db, { register: registerId, point, from }), "The point");
    return readRegisterSetup(db, registerId, await findRecomputeJob(db, registerId));
  },
});
