import { FillAnswer, FillBody } from "@gtb/contracts/fills";
import { RegisterParams } from "@gtb/contracts/registers";
import { findWaitingJob } from "@gtb/database/queries/find-waiting-job";
import { getRegister } from "@gtb/database/queries/get-register";
import { insertFill } from "@gtb/database/queries/insert-fill";
import { listFills } from "@gtb/database/queries/list-fills";
import { refuseFuture } from "../../in-the-past.ts";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const createFillRoute = route({
  method: "POST",
  path: "/api/v1/registers/:registerId/fills",
  allow: "meter:write",
  summary: "Ask for a register's missing hours to be filled by the stated method; where the truth arrives it counts",
  params: RegisterParams,
  body: FillBody,
  reply: FillAnswer,
  handler: async ({ db, params: { registerId }, body, now }) => {
    found(await getRegister(db, registerId, now), "register");
    refuseFuture(body.to, now, "body.to");
    const id = found(await insertFill(db, registerId, body), "register");
    const fill = found(
      (await listFills(db, registerId)).find((asked) => asked.id === id),
      "fill",
    );
    return { fill, job: await findWaitingJob(db, "fill", id) };
  },
});
