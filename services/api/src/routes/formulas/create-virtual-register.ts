import { VirtualRegisterBody } from "@gtb/contracts/formulas";
import { Register } from "@gtb/contracts/registers";
import { getRegister } from "@gtb/database/queries/get-register";
import { countInstead, insertVirtualRegister } from "@gtb/database/queries/insert-virtual-register";
import { formulaLeaves } from "@gtb/domain/energy/formula";
import { found, referred } from "../../problem-error.ts";
import { refuseUnit } from "../../refuse-unit.ts";
import { route } from "../../route.ts";
import { sayFormula } from "./say-formula.ts";

export const createVirtualRegisterRoute = route({
  method: "POST",
  path: "/api/v1/virtual-registers",
  allow: "meter:write",
  summary: "Add a register that follows from others to a meter: of two sources of one energy it prefers the better",
  body: VirtualRegisterBody,
  reply: Register,
  handler: async ({ db, body: { expression, validFrom, insteadOfInputs, ...register }, now }) => {
    refuseUnit(register.quantity, register.unit);
    const id = referred(await insertVirtualRegister(db, register), "The meter");
    if (insteadOfInputs) await countInstead(db, id, namedRegisters(expression));
    await sayFormula(db, id, { expression, validFrom });
    return found(await getRegister(db, id, now), "register");
  },
});

const namedRegisters = (expression: Parameters<typeof formulaLeaves>[0]): string[] =>
  formulaLeaves(expression).flatMap((leaf) => ("register" in leaf ? [leaf.register] : []));
