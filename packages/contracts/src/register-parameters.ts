import { z } from "zod";
import { Doer, Reason, WaitingJob } from "./corrections.ts";
import { NamedReference, Uuid } from "./identifier.ts";
import { RegisterParameters } from "./registers.ts";
import { Timestamp } from "./time.ts";

const opensAt = Timestamp.nullable().describe("null: since ever");
const closesAt = Timestamp.nullable().describe("null: without end");

/** How raw counts are meant for a period, and from when to when that was believed. */
export const RegisterParameterPeriod = z
  .object({
    wrapsAt: z.number().nullable(),
    unitPerCount: z.number(),
    ctRatio: z.number(),
    maxPerHour: z.number(),
    validFrom: opensAt,
    validTo: closesAt,
    knownFrom: Timestamp,
    knownTo: Timestamp.nullable().describe("null: believed now"),
    reason: z.string().nullable(),
    recordedBy: Doer,
  })
  .meta({ id: "RegisterParameterPeriod" });
export type RegisterParameterPeriod = z.input<typeof RegisterParameterPeriod>;

export const RegisterPointPeriod = z
  .object({ point: NamedReference, validFrom: opensAt, validTo: closesAt })
  .meta({ id: "RegisterPointPeriod" });
export type RegisterPointPeriod = z.input<typeof RegisterPointPeriod>;

/** All that was ever said of a register: parameters newest belief first, points in order of time. */
export const RegisterSetup = z
  .object({
    parameters: z.array(RegisterParameterPeriod),
    points: z.array(RegisterPointPeriod),
    job: WaitingJob,
  })
  .meta({ id: "RegisterSetup" });
export type RegisterSetup = z.input<typeof RegisterSetup>;

export const RegisterParametersBody = RegisterParameters.extend({
  validFrom: Timestamp.nullable().default(null),
  validTo: Timestamp.nullable().default(null),
  reason: Reason.nullable().default(null),
}).refine(({ validFrom, validTo }) => validFrom === null || validTo === null || validFrom < validTo, {
  error: "`validTo` must be later than `validFrom`",
  path: ["validTo"],
});
export type RegisterParametersBody = z.input<typeof RegisterParametersBody>;

export const RegisterPointBody = z.strictObject({ point: Uuid, validFrom: Timestamp });
export type RegisterPointBody = z.input<typeof RegisterPointBody>;
