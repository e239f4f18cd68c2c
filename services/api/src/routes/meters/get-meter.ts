import { Meter, MeterParams } from "@gtb/contracts/meters";
import { listMeters } from "@gtb/database/queries/list-meters";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const getMeterRoute = route({
  method: "GET",
  path: "/api/v1/meters/:meterId",
  allow: "data:read",
  summary: "One meter with its registers",
  params: MeterParams,
  reply: Meter,
  handler: async ({ db, params, now }) => found((await listMeters(db, { now, meter: params.meterId }))[0], "meter"),
});
