import { Problem } from "@gtb/contracts/problem";
import type { Pool, Queryable } from "@gtb/database/pool";
import { inTransaction } from "@gtb/database/transaction";
import type { FastifyInstance, FastifySchema } from "fastify";
import { z } from "zod";
import type { LiveFeed } from "./live/live-feed.ts";

/** What a route may use. `now` is passed in, so that a test can say what day it is. */
interface RouteDependencies {
  readonly pool: Pool;
  readonly now: () => Date;
  readonly live: LiveFeed;
}

interface RouteInput<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  readonly db: Queryable;
  readonly now: Date;
  readonly params: z.output<Params>;
  readonly query: z.output<Query>;
  readonly body: z.output<Body>;
}

export interface RouteDefinition<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Reply extends z.ZodType,
> {
  readonly method: "GET" | "POST";
  readonly path: `/api/v1/${string}`;
  /** One line, for the API's page. */
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly reply: Reply;
  readonly handler: (input: RouteInput<Params, Query, Body>) => Promise<z.output<Reply>>;
}

export type RegisterRoute = (app: FastifyInstance, dependencies: RouteDependencies) => void;

const nothing = z.strictObject({});

/** Replies of every route that are problems. */
export const problemReplies = {
  "4xx": { description: "A problem of the request", content: { "application/problem+json": { schema: Problem } } },
  "5xx": { description: "A problem of ours", content: { "application/problem+json": { schema: Problem } } },
};

/**
 * One endpoint: what goes in, what comes out, and who does the work. A POST runs in one transaction, which commits
 * before the answer (201) is sent.
 */
export function route<
  Reply extends z.ZodType,
  Params extends z.ZodType = typeof nothing,
  Query extends z.ZodType = typeof nothing,
  Body extends z.ZodType = typeof nothing,
>(definition: RouteDefinition<Params, Query, Body, Reply>): RegisterRoute {
  const { method, path, handler } = definition;
  return (app, { pool, now }) => {
    app.route({
      method,
      url: path,
      schema: schemaOf(definition),
      handler: async (request, reply) => {
        // Fastify has validated each part with the definition's own schema.
        const parts = request as unknown as Omit<RouteInput<Params, Query, Body>, "db" | "now">;
        const input = { params: parts.params, query: parts.query, body: parts.body, now: now() };
        void reply.code(method === "POST" ? 201 : 200).header("cache-control", "no-store");
        if (method === "GET") return handler({ db: pool, ...input });
        return inTransaction(pool, (connection) => handler({ db: connection, ...input }));
      },
    });
  };
}

function schemaOf<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType, Reply extends z.ZodType>(
  definition: RouteDefinition<Params, Query, Body, Reply>,
): FastifySchema {
  const { method, path, summary, params = nothing, query = nothing, body, reply } = definition;
  return {
    summary,
    tags: [path.split("/")[3] ?? ""],
    params,
    querystring: query,
    ...(method === "POST" ? { body: body ?? nothing } : {}),
    response: { [method === "POST" ? 201 : 200]: reply, ...problemReplies },
  };
}
