import { type TableFormat, type TableLanguage, tableFields } from "@gtb/contracts/table-format";
import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import { nothing } from "../route-schema.ts";

/** What file is asked for; without a format: none. */
export interface TableWish {
  readonly format?: TableFormat | undefined;
  readonly lang?: TableLanguage | undefined;
}

/** A route's query with the fields of a file; its refinements stay. */
export function withTableFields(query: z.ZodType = nothing): z.ZodType {
  return (query as z.ZodObject).safeExtend(tableFields);
}

/** Parts the wish from `query` as the route declared it. */
export function tableWish<Query>(query: Query, hasTable: boolean): TableWish & { readonly query: Query } {
  if (!hasTable) return { query };
  const { format, lang, ...rest } = query as Query & TableWish;
  return { format, lang, query: rest as Query };
}

/** What the question says, else what the browser prefers, else French. */
export function languageOf(request: FastifyRequest, asked: TableLanguage | undefined): TableLanguage {
  if (asked !== undefined) return asked;
  const wishes = String(request.headers["accept-language"] ?? "")
    .split(",")
    .map((wish) => {
      const [tag = "", ...parameters] = wish.trim().toLowerCase().split(";");
      const weight = Number(parameters.find((one) => one.trim().startsWith("q="))?.split("=")[1] ?? 1);
      return { language: tag.split("-")[0], weight };
    })
    .filter(({ language }) => language === "fr" || language === "en")
    .toSorted((a, b) => b.weight - a.weight);
  return wishes[0]?.language === "en" ? "en" : "fr";
}

/** Rows of a page at most, of a query that pages. */
export function mostOfPage(query: z.ZodType | undefined): number | undefined {
  const shape = (query as Partial<z.ZodObject> | undefined)?.shape;
  if (shape?.["cursor"] === undefined) return undefined;
  return (shape["limit"] as z.ZodDefault<z.ZodNumber>).unwrap().maxValue ?? undefined;
}
