import { Register, RegisterBody } from "@gtb/contracts/registers";
import { getRegister } from "@gtb/database/queries/get-register";
import { insertRegister } from "@gtb/database/queries/insert-register";
import { unitsOf } from "@gtb/domain/units/quantity";
import { found, ProblemError, referred } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const createRegisterRoute = route({
  method: "POST",
  path: "/api/v1/registers",
  allow: "meter:write",
  summary: "Add a register to a meter, with the point that it reads and what its counts mean",
  body: RegisterBody,
  reply: Register,
  handler: async ({ db, body: { parameters, ...register }, now }) => {
    const units: readonly string[] = unitsOf(register.quantity);
    if (!units.includes(register.unit)) {
      throw new ProblemError("unit_does_not_fit", `${register.quantity} is counted in ${units.join(" or ")}.`, [
        { path: "body.unit", message: `one of ${units.join(", ")} expected` },
      ]);
    }
    const id = referred(await insertRegister(db, { ...register, ...parameters }), "The meter or the point");
    return found(await getRegister(db, id, now), "register");
  },
});
