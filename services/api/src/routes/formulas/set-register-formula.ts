import { FormulaBody, RegisterFormulaList } from "@gtb/contracts/formulas";
import { RegisterParams } from "@gtb/contracts/registers";
import { getRegister } from "@gtb/database/queries/get-register";
import { listRegisterFormulas } from "@gtb/database/queries/list-register-formulas";
import { found, ProblemError } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { sayFormula } from "./say-formula.ts";

export const setRegisterFormulaRoute = route({
  method: "POST",
  path: "/api/v1/registers/:registerId/formulas",
  allow: "meter:write",
  summary: "Say what a virtual register counts from an hour on; its hours from then are computed again",
  params: RegisterParams,
  body: FormulaBody,
  reply: RegisterFormulaList,
  handler: async ({ db, params: { registerId }, body, now }) => {
    const register = found(await getRegister(db, registerId, now), "register");
    if (register.kind !== "virtual")
      throw new ProblemError("unknown_reference", "The register reads a point: only a virtual one has a formula.");
    await sayFormula(db, registerId, body);
    return { items: await listRegisterFormulas(db, registerId) };
  },
});
