import { VirtualMeterBody } from "@gtb/contracts/formulas";
import { Meter } from "@gtb/contracts/meters";
import { insertMeter } from "@gtb/database/queries/insert-meter";
import { insertVirtualRegister } from "@gtb/database/queries/insert-virtual-register";
import { listMeters } from "@gtb/database/queries/list-meters";
import { found, referred } from "../../problem-error.ts";
import { refuseUnit } from "../../refuse-unit.ts";
import { route } from "../../route.ts";
import { sayFormula } from "./say-formula.ts";

export const createVirtualMeterRoute = route({
  method: "POST",
  path: "/api/v1/virtual-meters",
  allow: "meter:write",
  summary: "Add a meter that follows from others by a formula; its hours are computed as far back as theirs",
  body: VirtualMeterBody,
  reply: Meter,
  handler: async ({ db, body: { quantity, unit, expression, validFrom, ...said }, now }) => {
    refuseUnit(quantity, unit);
    const meter = referred(await insertMeter(db, { ...said, serialNumber: null }), "The building or the parent meter");
    const register = found(await insertVirtualRegister(db, { meter, name: said.name, quantity, unit }), "meter");
    await sayFormula(db, register, { expression, validFrom });
    return found((await listMeters(db, { now, meter }))[0], "meter");
  },
});
