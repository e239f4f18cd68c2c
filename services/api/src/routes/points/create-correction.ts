import { CorrectionAnswer, CorrectionBody, longestCorrectionDays } from "@gtb/contracts/corrections";
import { PointParams } from "@gtb/contracts/points";
import { findWaitingJob } from "@gtb/database/queries/find-waiting-job";
import { getPoint } from "@gtb/database/queries/get-point";
import { insertCorrection, type NewCorrection } from "@gtb/database/queries/insert-correction";
import { listCorrections } from "@gtb/database/queries/list-corrections";
import type { z } from "zod";
import { refuseFuture } from "../../in-the-past.ts";
import { found, ProblemError } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const createCorrectionRoute = route({
  method: "POST",
  path: "/api/v1/points/:pointId/corrections",
  allow: "meter:write",
  summary:
    "Set a reading, void a range of readings, or take corrections back; a job applies it and consumption follows",
  params: PointParams,
  body: CorrectionBody,
  reply: CorrectionAnswer,
  handler: async ({ db, params: { pointId: point }, body, now }) => {
    found(await getPoint(db, point), "point");
    const asked = toCorrection(body);
    refuseFuture(asked.to, now, body.kind === "set" ? "body.time" : "body.to");
    const id = found(await insertCorrection(db, point, asked), "point");
    const correction = found((await listCorrections(db, { point, id, limit: 1 }))[0], "correction");
    return { correction, job: await findWaitingJob(db, "correct-readings", id) };
  },
});

function toCorrection(body: z.output<typeof CorrectionBody>): NewCorrection {
  const { kind, reason } = body;
  if (kind === "set") return { kind, from: body.time, to: body.time, value: body.value, reason };
  const { from, to } = body;
  if (to < from)
    throw new ProblemError("invalid_request", "The range ends before it begins.", [
      { path: "body.to", message: "`to` must not be earlier than `from`" },
    ]);
  const days = (to.getTime() - from.getTime()) / 86_400_000;
  if (days > longestCorrectionDays)
    throw new ProblemError("correction_too_long", `One correction reaches ${longestCorrectionDays} days at most.`, [
      { path: "body.to", message: `at most ${longestCorrectionDays} days after \`from\`` },
    ]);
  return { kind, from, to, value: null, reason };
}
