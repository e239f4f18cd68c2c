import { z } from "zod";

/** One page of a long list: pass `nextCursor` back as `cursor` for the next, until it is null. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().describe("Pass it back as `cursor` for the next page; null on the last"),
  });
}

/** Query fields of a route that pages. */
export function pageFields(limits: { readonly usual: number; readonly most: number }) {
  return {
    limit: z.coerce.number().int().min(1).max(limits.most).default(limits.usual),
    cursor: z.string().max(500).optional().describe("`nextCursor` of the page before"),
  };
}
