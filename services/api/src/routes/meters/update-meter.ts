import { Meter, MeterChangeBody, MeterParams } from "@gtb/contracts/meters";
import { listMeters } from "@gtb/database/queries/list-meters";
import { updateMeter } from "@gtb/database/queries/update-meter";
import { editRoute } from "../../edit-route.ts";
import { referred } from "../../problem-error.ts";

export const updateMeterRoute = editRoute({
  path: "/api/v1/meters/:meterId",
  allow: "meter:write",
  summary: "Mend what was declared of a meter",
  table: "meter",
  params: MeterParams,
  body: MeterChangeBody,
  reply: Meter,
  read: async (db, meter, now) => (await listMeters(db, { now, meter }))[0],
  change: async (db, id, body) => void referred((await updateMeter(db, id, body)) || undefined, "The parent meter"),
});
