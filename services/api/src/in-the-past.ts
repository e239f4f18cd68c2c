import { ProblemError } from "./problem-error.ts";

/** A phone's clock may be a little ahead. */
const toleratedMs = 5 * 60_000;

/** Throws the problem `in_the_future` for a time that has not come: what is said of it cannot have been seen. */
export function refuseFuture(time: Date, now: Date, path: string): void {
  if (time.getTime() <= now.getTime() + toleratedMs) return;
  throw new ProblemError("in_the_future", `${time.toISOString()} has not come yet.`, [
    { path, message: "a time that has passed expected" },
  ]);
}
