import { Problem } from "@gtb/contracts/problem";
import type { FastifySchema } from "fastify";
import { z } from "zod";
import { IdempotencyKey } from "./idempotency.ts";

interface Described {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly allow: string;
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly reply: z.ZodType;
  readonly secretReply?: true;
  readonly secretBody?: true;
  readonly tagged: boolean;
  /** Its reply is also to be had as a file. */
  readonly asTable?: boolean;
}

/** What a part of a request holds that a route says nothing of. */
export const nothing = z.strictObject({});
const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: Problem } },
});

/** Replies of every route that are problems. */
export const problemReplies = {
  "400": problem("The request is not as the schema says"),
  "429": problem("Too many requests; `retry-after` says when to go on"),
  "4xx": problem("A problem of the request"),
  "5xx": problem("A problem of ours"),
};

/** Replies of a route that not everybody may call. */
export const closedReplies = {
  "401": problem("Nobody is signed in"),
  "403": problem("The permission is missing, or the request is forged"),
};

/** What the document says of who may come in: a session's cookie or an API token, and the permission it takes. */
export function securityOf(allow: string): FastifySchema {
  const ways = { security: [{ session: [] }, { token: [] }], "x-permission": allow };
  return allow === "anyone" ? { security: [], ...{ "x-permission": allow } } : ways;
}

/** A route as Fastify checks it and the document shows it. */
export function schemaOf(definition: Described): FastifySchema {
  const { method, path, summary, allow, params = nothing, query = nothing, body, reply } = definition;
  const takesBody = body !== undefined || method === "POST" || method === "PATCH";
  return {
    summary,
    tags: [path.split("/")[3] ?? ""],
    ...securityOf(allow),
    params,
    querystring: query,
    ...headersOf(definition),
    ...(takesBody ? { body: body ?? nothing } : {}),
    response: {
      [method === "POST" ? 201 : 200]: definition.asTable ? withFiles(reply) : reply,
      ...problemsOf(definition),
      ...problemReplies,
    },
  };
}

/** The reply as JSON, and what `format` makes of it. */
function withFiles(reply: z.ZodType) {
  const content = {
    "application/json": { schema: reply },
    "text/csv": { schema: z.string() },
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": { schema: z.string() },
  };
  return { description: "The reply, or with `format` its table as a file", content };
}

/** Loose: every request carries headers that a route says nothing of. */
function headersOf({ method, tagged, secretReply, secretBody }: Described): FastifySchema {
  if (method === "POST" && !secretReply && !secretBody)
    return { headers: z.looseObject({ "idempotency-key": IdempotencyKey.optional() }) };
  if (method === "PATCH" && tagged)
    return { headers: z.looseObject({ "if-match": tag.describe("The `etag` of what was loaded").optional() }) };
  if (tagged)
    return {
      headers: z.looseObject({ "if-none-match": tag.describe("An `etag`: 304 where it is still so").optional() }),
    };
  return {};
}

const tag = z.string().max(1000);

/** What may go wrong with a route of this method and path, by status. */
export function problemsOf({
  method,
  path,
  allow,
  tagged,
}: Pick<Described, "method" | "path" | "allow" | "tagged">): Record<string, ReturnType<typeof problem>> {
  const changes = method === "POST" || method === "PATCH";
  const edits = method === "PATCH" && tagged;
  return {
    ...(allow === "anyone" ? { "401": closedReplies["401"] } : closedReplies),
    ...(path.includes("/:") ? { "404": problem("There is no such thing for the caller") } : {}),
    ...(changes
      ? {
          "409": problem("It is in the way of something that is there"),
          "422": problem("The body names what is not there, or does not fit"),
        }
      : {}),
    ...(edits
      ? {
          "412": problem("Somebody has changed it meanwhile"),
          "428": problem("The header `if-match` is missing"),
        }
      : {}),
  };
}
