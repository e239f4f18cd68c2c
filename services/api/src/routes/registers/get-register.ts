import { Register, RegisterParams } from "@gtb/contracts/registers";
import { getRegister } from "@gtb/database/queries/get-register";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const getRegisterRoute = route({
  method: "GET",
  path: "/api/v1/registers/:registerId",
  allow: "data:read",
  summary: "One register of a meter",
  params: RegisterParams,
  reply: Register,
  handler: async ({ db, params, now }) => found(await getRegister(db, params.registerId, now), "register"),
});
