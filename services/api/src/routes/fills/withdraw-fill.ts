import { FillParams } from "@gtb/contracts/fills";
import { Done } from "@gtb/contracts/session";
import { withdrawFill } from "@gtb/database/queries/withdraw-fill";
import { ProblemError } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const withdrawFillRoute = route({
  method: "DELETE",
  path: "/api/v1/fills/:consumptionFillRequestId",
  allow: "meter:write",
  summary: "Take a fill back: its hours are missing again",
  params: FillParams,
  reply: Done,
  handler: async ({ db, params: { consumptionFillRequestId } }) => {
    const outcome = await withdrawFill(db, consumptionFillRequestId);
    if (outcome === "gone") throw new ProblemError("not_found", "There is no such fill, or it is taken back.");
    if (outcome === "forbidden") throw new ProblemError("forbidden", "Your roles do not reach so far there.");
    return { done: true as const };
  },
});
