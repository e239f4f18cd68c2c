import { RegisterEventList } from "@gtb/contracts/register-events";
import { RegisterParams } from "@gtb/contracts/registers";
import { getRegister } from "@gtb/database/queries/get-register";
import { listRegisterEvents } from "@gtb/database/queries/list-register-events";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const listRegisterEventsRoute = route({
  method: "GET",
  path: "/api/v1/registers/:registerId/events",
  allow: "data:read",
  summary: "Exchanges, resets and rollovers that people recorded, withdrawn ones too, the latest first",
  params: RegisterParams,
  reply: RegisterEventList,
  handler: async ({ db, params: { registerId }, now }) => {
    found(await getRegister(db, registerId, now), "register");
    return { items: await listRegisterEvents(db, registerId) };
  },
});
