import { z } from "zod";

/** Every code that the API answers with; what each means is said in the API's table of problems. */
export const ProblemCode = z.enum([
  "invalid_request",
  "malformed_body",
  "body_too_large",
  "unsupported_media_type",
  "not_signed_in",
  "wrong_credentials",
  "account_locked",
  "second_factor_needed",
  "wrong_code",
  "provider_refused",
  "forged_request",
  "forbidden",
  "not_found",
  "unknown_reference",
  "already_exists",
  "assignment_overlaps",
  "contract_overlaps",
  "mixed_currencies",
  "formula_cycle",
  "meter_cycle",
  "unknown_device_type",
  "unknown_measurement",
  "unit_does_not_fit",
  "too_many_values",
  "period_too_long",
  "invalid_cursor",
  "not_of_files",
  "in_the_future",
  "event_at_that_instant",
  "needs_confirmation",
  "not_a_counter",
  "correction_too_long",
  "link_not_valid",
  "last_administrator",
  "weak_password",
  "too_many_requests",
  "precondition_required",
  "changed_meanwhile",
  "key_reused",
  "too_many_listeners",
  "incomplete_file",
  "pruned_file",
  "unreadable_file",
  "busy",
  "internal",
]);
export type ProblemCode = z.input<typeof ProblemCode>;

/** Problem details (RFC 9457), sent as `application/problem+json` with every status from 400 on. */
export const Problem = z
  .object({
    type: z.string().describe("URI of the problem's kind"),
    title: z.string(),
    status: z.int(),
    code: ProblemCode,
    detail: z.string().describe("What happened this time, in English; for the log and for developers"),
    messageFr: z.string().describe("What a person may be shown, in French"),
    messageEn: z.string().describe("What a person may be shown, in English"),
    requestId: z.string().describe("Names this request in the server's log"),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .describe("One for each field that is not right; `path` such as `query.from`"),
  })
  .meta({ id: "Problem" });
export type Problem = z.input<typeof Problem>;
