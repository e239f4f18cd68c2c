import { Meter, MeterBody } from "@gtb/contracts/meters";
import { insertMeter } from "@gtb/database/queries/insert-meter";
import { listMeters } from "@gtb/database/queries/list-meters";
import { found, referred } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const createMeterRoute = route({
  method: "POST",
  path: "/api/v1/meters",
  allow: "meter:write",
  summary: "Add a meter",
  body: MeterBody,
  reply: Meter,
  handler: async ({ db, body, now }) => {
    const meter = referred(await insertMeter(db, body), "The building or the parent meter");
    return found((await listMeters(db, { now, meter }))[0], "meter");
  },
});
