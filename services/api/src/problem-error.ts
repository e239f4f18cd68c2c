import type { Problem, ProblemCode } from "@gtb/contracts/problem";
import { problemTable } from "./problem-table.ts";

export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** The one error by which a route answers with a problem of the table. `detail` says what happened this time. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];

  constructor(code: ProblemCode, detail: string, errors: readonly FieldError[] = []) {
    super(detail);
    this.code = code;
    this.errors = errors;
  }
}

/** What is sent for a problem; RFC 9457. */
export function renderProblem(error: ProblemError, requestId: string): Problem {
  return {
    type: `urn:gtb:problem:${error.code}`,
    ...problemTable[error.code],
    code: error.code,
    detail: error.message,
    requestId,
    errors: [...error.errors],
  };
}

/** The value, or a 404 that names what was looked for. */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new ProblemError("not_found", `There is no such ${what}.`);
  return value;
}

/** The value, or a 422: the body refers to something that is not there. */
export function referred<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new ProblemError("unknown_reference", `${what} does not exist there.`);
  return value;
}
