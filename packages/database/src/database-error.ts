import pg from "pg";

/** PostgreSQL's error codes, appendix A of its documentation. */
const uniqueViolation = "23505";
const exclusionViolation = "23P01";
const checkViolation = "23514";
const insufficientPrivilege = "42501";
/** Text with a zero byte, as a value or inside JSON; a time beyond the years that the database knows; a number too large */
const unstorable = ["22021", "22P05", "22008", "22003"];

export function isUniqueViolation(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === uniqueViolation;
}

/** Two periods of the same thing would overlap. */
export function isExclusionViolation(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === exclusionViolation;
}

/** The constraint that a row does not meet; undefined where it is none. */
export function violatedCheck(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError && error.code === checkViolation ? error.constraint : undefined;
}

/** The walls do not let the identity write this row. A right that a role lacks altogether is our mistake, not theirs. */
export function isWallViolation(error: unknown): boolean {
  return (
    error instanceof pg.DatabaseError &&
    error.code === insufficientPrivilege &&
    error.routine === "ExecWithCheckOptions"
  );
}

/** A value that is well-formed where it comes from and that PostgreSQL cannot hold: whoever sent it is told. */
export function isUnstorable(error: unknown): boolean {
  return error instanceof pg.DatabaseError && unstorable.includes(error.code ?? "");
}

/** The database cannot be reached now, or gave the statement up: the same request may pass later. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return /^(08|53|57)/.test(error.code ?? "");
  return error instanceof Error && /ECONN|ETIMEDOUT|timeout exceeded|Connection terminated/.test(`${error}`);
}

/** The server refuses the data itself (classes 22 and 23): the same rows would be refused again. */
export function isDataError(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? "");
}
