import { RegisterEventParams } from "@gtb/contracts/register-events";
import { Done } from "@gtb/contracts/session";
import { withdrawRegisterEvent } from "@gtb/database/queries/withdraw-register-event";
import { ProblemError } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const withdrawRegisterEventRoute = route({
  method: "DELETE",
  path: "/api/v1/register-events/:registerEventId",
  allow: "exchange:write",
  summary: "Withdraw an exchange, a reset or a rollover; that it was recorded is kept, consumption is computed again",
  params: RegisterEventParams,
  reply: Done,
  handler: async ({ db, params: { registerEventId } }) => {
    const outcome = await withdrawRegisterEvent(db, registerEventId);
    if (outcome === "gone") throw new ProblemError("not_found", "There is no such event, or it is withdrawn.");
    if (outcome === "forbidden") throw new ProblemError("forbidden", "Your roles do not reach so far there.");
    return { done: true as const };
  },
});
