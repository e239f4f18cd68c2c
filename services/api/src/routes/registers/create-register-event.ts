import { RegisterEventAnswer, RegisterEventBody } from "@gtb/contracts/register-events";
import { RegisterParams } from "@gtb/contracts/registers";
import type { Connection } from "@gtb/database/pool";
import { type Count, findCountsAround } from "@gtb/database/queries/find-counts-around";
import { findRecomputeJob } from "@gtb/database/queries/find-waiting-job";
import { insertRegisterEvent } from "@gtb/database/queries/insert-register-event";
import { listRegisterEvents } from "@gtb/database/queries/list-register-events";
import { setRegisterParameters } from "@gtb/database/queries/set-register-parameters";
import { type CountAt, type EventDoubt, eventDoubts } from "@gtb/domain/energy/event-doubts";
import type { z } from "zod";
import { refuseFuture } from "../../in-the-past.ts";
import { found, ProblemError } from "../../problem-error.ts";
import { route } from "../../route.ts";

type Body = z.output<typeof RegisterEventBody>;

export const createRegisterEventRoute = route({
  method: "POST",
  path: "/api/v1/registers/:registerId/events",
  allow: "exchange:write",
  summary: "Record that a counter was exchanged, reset or rolled over; the consumption around is computed again",
  params: RegisterParams,
  body: RegisterEventBody,
  reply: RegisterEventAnswer,
  handler: async ({ db, params: { registerId }, body, now }) => {
    await refuseNonsense(db, registerId, body, now);
    const id = await insertRegisterEvent(db, { ...body, register: registerId });
    if (id === undefined)
      throw new ProblemError("event_at_that_instant", "An event is recorded for that instant: withdraw it first.", [
        { path: "body.at", message: "another event holds then" },
      ]);
    if (body.parameters !== null) {
      const reason = body.note ?? "exchange";
      const period = { validFrom: body.at, validTo: null, reason };
      await setRegisterParameters(db, registerId, { ...body.parameters, ...period });
    }
    const events = await listRegisterEvents(db, registerId);
    const event = found(
      events.find((recorded) => recorded.id === id),
      "event",
    );
    return { event, job: await findRecomputeJob(db, registerId) };
  },
});

async function refuseNonsense(db: Connection, registerId: string, body: Body, now: Date): Promise<void> {
  const around = found(await findCountsAround(db, registerId, body.at), "register");
  if (around.kind !== "index")
    throw new ProblemError("not_a_counter", `This register is of the kind ${around.kind}: only an index breaks.`);
  refuseFuture(body.at, now, "body.at");
  if (body.confirm) return;
  const surroundings = { ...around, before: toCountAt(around.before), after: toCountAt(around.after) };
  // The new counter's width and weight are not the old one's.
  const told = { ...body, atMs: body.at.getTime(), ...(body.parameters !== null && { firstValue: null }) };
  const doubts = eventDoubts(told, surroundings);
  if (doubts.length === 0) return;
  throw new ProblemError(
    "needs_confirmation",
    "The readings around contradict this: check it, then send it again with `confirm`.",
    doubts.map((doubt) => ({ path: `body.${fieldOf[doubt]}`, message: sayDoubt(doubt, around.before, around.after) })),
  );
}

const fieldOf: Readonly<Record<EventDoubt, keyof Body>> = {
  last_below_previous: "lastValue",
  last_too_high: "lastValue",
  last_beyond_width: "lastValue",
  first_above_next: "firstValue",
  first_too_low: "firstValue",
  first_beyond_width: "firstValue",
  count_does_not_fall: "kind",
};

/** Begins with the doubt's code, by which the portal says it in the reader's language. */
function sayDoubt(doubt: EventDoubt, before: Count | null, after: Count | null): string {
  const near = (count: Count | null): string =>
    count === null ? "" : ` ${count.value} at ${count.time.toISOString()}`;
  return `${doubt}: read before${near(before)}, after${near(after)}`;
}

function toCountAt(count: Count | null): CountAt | null {
  return count && { timeMs: count.time.getTime(), value: count.value };
}
