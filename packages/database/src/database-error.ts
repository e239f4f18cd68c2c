import pg from "pg";

/** PostgreSQL's error codes, appendix A of its documentation. */
const uniqueViolation = "23505";

export function isUniqueViolation(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === uniqueViolation;
}

/** The server refuses the data itself (classes 22 and 23): the same rows would be refused again. */
export function isDataError(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? "");
}
