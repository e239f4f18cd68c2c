import { z } from "zod";
import { NamedReference, Uuid } from "./identifier.ts";
import { pageFields, pageOf } from "./page.ts";
import { Timestamp } from "./time.ts";

/** One thing that somebody did: who, when, what, before and after, from where. */
export const AuditEvent = z
  .object({
    id: Uuid,
    at: Timestamp,
    actor: z
      .object({ id: Uuid.nullable(), name: z.string() })
      .describe("id null: a service, or a person whose data was erased"),
    via: z.string().nullable().describe("`session`, or the API token's name"),
    ip: z.string().nullable(),
    requestId: z.string().nullable(),
    action: z.enum(["created", "changed", "removed", "read", "signed_in", "sign_in_failed", "signed_out"]),
    object: z.object({ kind: z.string(), id: Uuid.nullable(), name: z.string().nullable() }),
    organisation: NamedReference.nullable(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
    erased: z.boolean().describe("true: before and after were personal, and were erased"),
  })
  .meta({ id: "AuditEvent" });
export type AuditEvent = z.input<typeof AuditEvent>;

export const AuditListQuery = z.strictObject({
  organisation: Uuid.optional(),
  actor: Uuid.optional(),
  object: Uuid.optional(),
  kind: z.string().max(50).optional(),
  from: Timestamp.optional(),
  to: Timestamp.optional(),
  ...pageFields({ usual: 50, most: 200 }),
});
export const AuditList = pageOf(AuditEvent);
export type AuditList = z.input<typeof AuditList>;
