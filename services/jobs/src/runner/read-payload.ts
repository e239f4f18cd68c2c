import type { LeasedJob } from "@gtb/database/queries/lease-job";
import { z } from "zod";
import { PermanentError } from "./job-kind.ts";

/** What a job is about. One that was queued wrongly fails at once: trying again would not mend it. */
export function readPayload<T extends z.ZodType>(schema: T, { kind, payload }: LeasedJob): z.output<T> {
  const parsed = schema.safeParse(payload);
  if (!parsed.success) throw new PermanentError(`unreadable payload of ${kind}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
