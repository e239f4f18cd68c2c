import { z } from "zod";
import { pageFields, pageOf } from "./page.ts";
import { Timestamp } from "./time.ts";

export const RejectionKind = z
  .enum(["event", "measurement", "payload"])
  .describe(
    "event: could not enter the ledger · measurement: decoded, not stored · payload: no decoder made sense of it",
  );
export type RejectionKind = z.input<typeof RejectionKind>;

/** Something that was received and could not become a reading, with the reason. */
export const Rejection = z
  .object({
    kind: RejectionKind,
    reason: z.string(),
    detail: z.string().nullable(),
    receivedAt: Timestamp,
    time: Timestamp.nullable().describe("As the event says it"),
    devEui: z.string().nullable(),
    measurement: z.string().nullable(),
    value: z.number().nullable(),
    payloadHex: z.string().nullable().describe("At most the first 256 bytes"),
  })
  .meta({ id: "Rejection" });
export type Rejection = z.input<typeof Rejection>;

export const RejectionListQuery = z.strictObject({
  since: Timestamp.optional().describe("By default seven days ago"),
  kind: RejectionKind.optional(),
  devEui: z.string().max(16).optional(),
  ...pageFields({ usual: 100, most: 500 }),
});
export const RejectionList = pageOf(Rejection).extend({
  since: Timestamp,
  counts: z.array(z.object({ kind: RejectionKind, reason: z.string(), count: z.int() })).describe("Since `since`"),
});
export type RejectionList = z.input<typeof RejectionList>;
