import { RegisterFormulaList } from "@gtb/contracts/formulas";
import { RegisterParams } from "@gtb/contracts/registers";
import { getRegister } from "@gtb/database/queries/get-register";
import { listRegisterFormulas } from "@gtb/database/queries/list-register-formulas";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const listRegisterFormulasRoute = route({
  method: "GET",
  path: "/api/v1/registers/:registerId/formulas",
  allow: "data:read",
  summary:
    "What a virtual register counts and has counted: every formula with its period, and what was believed before",
  params: RegisterParams,
  reply: RegisterFormulaList,
  handler: async ({ db, params: { registerId }, now }) => {
    found(await getRegister(db, registerId, now), "register");
    return { items: await listRegisterFormulas(db, registerId) };
  },
});
