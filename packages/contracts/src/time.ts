import { z } from "zod";

/**
 * An instant. On the wire ISO 8601 with `Z` or an offset, inside a Date. Types of this package are those of the wire
 * (`z.input`); a route's handler works with the other side (`z.output`).
 */
export const Timestamp = z.codec(z.iso.datetime({ offset: true }), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
});

/** A day of the calendar, `YYYY-MM-DD`, without a time zone of its own. */
export const CalendarDate = z.iso.date();

/** An IANA time zone that this machine's ICU knows, such as `Europe/Paris`. */
export const TimeZone = z
  .string()
  .max(100)
  .refine((name) => isTimeZone(name), { error: "an IANA time zone such as Europe/Paris expected" })
  .describe("IANA time zone");

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/** [from, to): `to` is not included. */
export const PeriodQuery = z.strictObject({ from: Timestamp, to: Timestamp });

/** Refines a schema with `from` and `to`. */
export function inOrder(period: { readonly from: Date; readonly to: Date }): boolean {
  return period.from < period.to;
}
export const inOrderError = { error: "`to` must be later than `from`", path: ["to"] };
