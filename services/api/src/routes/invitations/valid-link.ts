import { ProblemError } from "../../problem-error.ts";

/** What a link's token led to, or the problem that it leads nowhere: used, over and unknown are one answer. */
export function validLink<T>(value: T | undefined): T {
  if (value === undefined) throw new ProblemError("link_not_valid", "The token is used, over, withdrawn or unknown.");
  return value;
}
