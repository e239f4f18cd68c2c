import { isExclusionViolation } from "@gtb/database/database-error";
import { ProblemError } from "../../problem-error.ts";

/** Does what stores a contract; says which two things are in each other's way where the database refuses. */
export async function refuseOverlap<T>(store: () => Promise<T>): Promise<T> {
  try {
    return await store();
  } catch (error) {
    if (!isExclusionViolation(error)) throw error;
    throw new ProblemError(
      "contract_overlaps",
      "Another contract of the delivery point holds on some of these days, or two prices of one label do.",
    );
  }
}
