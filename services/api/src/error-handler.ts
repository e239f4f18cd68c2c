import type { ProblemCode } from "@gtb/contracts/problem";
import {
  isExclusionViolation,
  isUnavailable,
  isUniqueViolation,
  isUnstorable,
  isWallViolation,
  violatedCheck,
} from "@gtb/database/database-error";
import { MixedCurrencyError } from "@gtb/domain/money/currency";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { ProblemError, renderProblem } from "./problem-error.ts";
import { problemTable } from "./problem-table.ts";

/** The one place where an error becomes an answer. What failed inside is logged with the request's id, never sent. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = toProblem(error);
    if (problemTable[problem.code].status === 500) request.log.error({ err: error }, "request failed");
    else if (problem.code === "busy") request.log.warn({ err: error }, "database not available");
    return sendProblem(problem, request, reply);
  });
}

/**
 * Answers a request whose address cannot even be read: no route and none of its hooks has seen it, so the headers that
 * each answer carries are put here.
 */
export function answerUnreadable(_error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  void reply.header("x-request-id", request.id).header("x-content-type-options", "nosniff");
  void reply.header("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
  return sendProblem(new ProblemError("invalid_request", "The address cannot be read."), request, reply);
}

export function sendProblem(problem: ProblemError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status } = problemTable[problem.code];
  if (status === 503) void reply.header("retry-after", "5");
  // Written out here: a route's reply schema is not that of its problems.
  return reply
    .code(status)
    .header("cache-control", "no-store")
    .type("application/problem+json")
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(renderProblem(problem, request.id));
}

const requestProblems: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: "malformed_body",
  FST_ERR_CTP_EMPTY_JSON_BODY: "malformed_body",
  FST_ERR_CTP_BODY_TOO_LARGE: "body_too_large",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "unsupported_media_type",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "malformed_body",
  // A path that leads out of the web pages: nothing of ours failed.
  FST_STATIC_FORBIDDEN_PATH: "not_found",
};

/** By the trigger that refuses it. */
const cycles: Readonly<Record<string, ProblemCode>> = {
  formula_no_cycle: "formula_cycle",
  meter_no_cycle: "meter_cycle",
};

function toProblem(error: FastifyError): ProblemError {
  if (error instanceof ProblemError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) return invalidRequest(error);
  const code = requestProblems[error.code];
  if (code !== undefined) return new ProblemError(code, error.message);
  if (isUniqueViolation(error)) return new ProblemError("already_exists", "Another one has this name or number.");
  if (isExclusionViolation(error)) {
    return new ProblemError("assignment_overlaps", "Another assignment or coefficient holds then.");
  }
  const cycle = cycles[violatedCheck(error) ?? ""];
  if (cycle !== undefined) return new ProblemError(cycle, error.message);
  if (isWallViolation(error)) return new ProblemError("forbidden", "Your roles do not reach so far there.");
  if (isUnstorable(error))
    return new ProblemError("invalid_request", "A text has a zero byte, a time no year, or a number too many digits.");
  if (error instanceof MixedCurrencyError) return new ProblemError("mixed_currencies", error.message);
  if (isUnavailable(error)) return new ProblemError("busy", "The database does not answer in time.");
  if (error.statusCode === 400) return new ProblemError("invalid_request", "The request cannot be read.");
  return new ProblemError("internal", "The request failed; the log names why under its id.");
}

const partNames: Readonly<Record<string, string>> = {
  querystring: "query",
  params: "path",
  body: "body",
  headers: "headers",
};

function invalidRequest(error: Pick<FastifyError, "validation" | "validationContext">): ProblemError {
  const part = partNames[error.validationContext ?? ""] ?? "request";
  const errors = (error.validation ?? []).map(({ instancePath, message }) => ({
    path: `${part}${instancePath.replaceAll("/", ".")}`,
    message: message ?? "not right",
  }));
  return new ProblemError(
    "invalid_request",
    errors.map(({ path, message }) => `${path}: ${message}`).join("; "),
    errors,
  );
}
