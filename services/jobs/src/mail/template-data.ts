import { z } from "zod";

/** A web address: nothing that a mail program would run. */
export const Link = z.url({ protocol: /^https?$/, error: "must be a web address" });

export const Time = z.coerce.date();
