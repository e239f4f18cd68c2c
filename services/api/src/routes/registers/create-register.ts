import { Register, RegisterBody } from "@gtb/contracts/registers";
import { getRegister } from "@gtb/database/queries/get-register";
import { insertRegister } from "@gtb/database/queries/insert-register";
import { found, referred } from "../../problem-error.ts";
import { refuseUnit } from "../../refuse-unit.ts";
import { route } from "../../route.ts";

export const createRegisterRoute = route({
  method: "POST",
  path: "/api/v1/registers",
  allow: "meter:write",
  summary: "Add a register to a meter, with the point that it reads and what its counts mean",
  body: RegisterBody,
  reply: Register,
  handler: async ({ db, body: { parameters, ...register }, now }) => {
    refuseUnit(register.quantity, register.unit);
    const id = referred(await insertRegister(db, { ...register, ...parameters }), "The meter or the point");
    return found(await getRegister(db, id, now), "register");
  },
});
