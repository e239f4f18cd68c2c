import { z } from "zod";
import { Doer, WaitingJob } from "./corrections.ts";
import { NamedReference, Uuid } from "./identifier.ts";
import { RegisterParameters } from "./registers.ts";
import { Timestamp } from "./time.ts";

export const RegisterEventKind = z
  .enum(["exchange", "reset", "rollover"])
  .describe(
    "exchange: another meter or counter · reset: the same begins again · rollover: it passed its highest count",
  );
export type RegisterEventKind = z.input<typeof RegisterEventKind>;

/** What a person says of a counter's past. Counts are raw, as readings are: index ÷ (unitPerCount × ctRatio). */
export const RegisterEvent = z
  .object({
    id: Uuid,
    kind: RegisterEventKind,
    at: Timestamp.describe("When the old count ended and the new one began"),
    lastValue: z.number().nullable().describe("Raw count of the old one; null: nobody read it"),
    firstValue: z.number().nullable().describe("Raw count of the new one; null: nobody read it"),
    serialNumber: z.string().nullable(),
    note: z.string().nullable(),
    recordedBy: Doer,
    recordedAt: Timestamp,
    withdrawnAt: Timestamp.nullable(),
  })
  .meta({ id: "RegisterEvent" });
export type RegisterEvent = z.input<typeof RegisterEvent>;
export const RegisterEventList = z.object({ items: z.array(RegisterEvent) });
export type RegisterEventList = z.input<typeof RegisterEventList>;
export const RegisterEventParams = z.strictObject({ registerEventId: Uuid });

export const RegisterEventBody = z
  .strictObject({
    kind: RegisterEventKind,
    at: Timestamp,
    lastValue: z.number().nullable().default(null),
    firstValue: z.number().nullable().default(null),
    serialNumber: z.string().trim().min(1).max(100).nullable().default(null).describe("Of the new meter"),
    note: z.string().trim().min(1).max(1000).nullable().default(null),
    parameters: RegisterParameters.nullable()
      .default(null)
      .describe("How the new counter's counts are meant, from `at` on; null: as the old one's. Takes `meter:write`"),
    confirm: z.boolean().default(false).describe("Record it though it contradicts the readings around it"),
  })
  .refine(({ kind, lastValue, firstValue }) => kind !== "rollover" || (lastValue === null && firstValue === null), {
    error: "a rollover has no indexes",
    path: ["lastValue"],
  })
  .refine(
    ({ kind, serialNumber, parameters }) => kind === "exchange" || (serialNumber === null && parameters === null),
    {
      error: "only an exchange brings another serial number or other parameters",
      path: ["kind"],
    },
  );
export type RegisterEventBody = z.input<typeof RegisterEventBody>;
export const RegisterEventAnswer = z
  .object({ event: RegisterEvent, job: WaitingJob })
  .meta({ id: "RegisterEventAnswer" });
export type RegisterEventAnswer = z.input<typeof RegisterEventAnswer>;

/** The count fell and nobody has explained it: what passed meanwhile is missing until somebody does. */
export const RegisterBreak = z
  .object({
    id: Uuid,
    register: NamedReference,
    meter: NamedReference,
    building: NamedReference,
    point: Uuid.nullable().describe("Whose readings show it"),
    unit: z.string(),
    fromTime: Timestamp,
    fromValue: z.number().describe("Raw count"),
    toTime: Timestamp,
    toValue: z.number().describe("Raw count"),
    foundAt: Timestamp,
  })
  .meta({ id: "RegisterBreak" });
export type RegisterBreak = z.input<typeof RegisterBreak>;
export const RegisterBreakList = z.object({ items: z.array(RegisterBreak) });
export type RegisterBreakList = z.input<typeof RegisterBreakList>;
