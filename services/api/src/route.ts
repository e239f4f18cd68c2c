import { Problem } from "@gtb/contracts/problem";
import { asIdentity, readingAs } from "@gtb/database/identity";
import type { Connection, Pool } from "@gtb/database/pool";
import type { Action } from "@gtb/domain/access/permission";
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from "fastify";
import { z } from "zod";
import { findCaller, type RequestCaller, requireAllowed } from "./access/caller.ts";
import type { OidcClient } from "./access/oidc-client.ts";
import type { ApiSettings } from "./api-settings.ts";
import type { LiveFeed } from "./live/live-feed.ts";

/** What a route may use. `now` is passed in, so that a test can say what day it is. */
interface RouteDependencies {
  /** As gtb_api: what it reads and writes passes the walls of the request's identity. */
  readonly pool: Pool;
  /** As gtb_auth: sessions, tokens and passwords, before there is an identity. */
  readonly auth: Pool;
  readonly now: () => Date;
  readonly live: LiveFeed;
  readonly settings: ApiSettings;
  /** The agency's provider; undefined: none. */
  readonly oidc: OidcClient | undefined;
}

interface RouteInput<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  /** Inside the request's transaction, under its identity. */
  readonly db: Connection;
  readonly auth: Pool;
  readonly now: Date;
  readonly settings: ApiSettings;
  readonly caller: RequestCaller;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly params: z.output<Params>;
  readonly query: z.output<Query>;
  readonly body: z.output<Body>;
}

type Method = "GET" | "POST" | "PATCH" | "DELETE";

export interface RouteDefinition<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Reply extends z.ZodType,
> {
  readonly method: Method;
  readonly path: `/api/v1/${string}`;
  /** Who may call it at all; which rows they reach is the database's to say. */
  readonly allow: Action | "signed-in" | "anyone";
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
 * One endpoint: who may call it, what goes in, what comes out, and who does the work. The work runs in one transaction
 * under the caller's identity; what changes something commits before the answer is sent.
 */
export function route<
  Reply extends z.ZodType,
  Params extends z.ZodType = typeof nothing,
  Query extends z.ZodType = typeof nothing,
  Body extends z.ZodType = typeof nothing,
>(definition: RouteDefinition<Params, Query, Body, Reply>): RegisterRoute {
  const { method, path, handler, allow } = definition;
  return (app, { pool, auth, now, settings }) => {
    app.route({
      method,
      url: path,
      schema: schemaOf(definition),
      preValidation: async (request) => {
        request.caller = await findCaller(auth, request, allow);
        requireAllowed(request.caller, allow);
      },
      handler: async (request, reply) => {
        // Fastify has validated each part with the definition's own schema.
        const parts = request as unknown as Pick<RouteInput<Params, Query, Body>, "params" | "query" | "body">;
        const { caller } = request;
        const { params, query, body } = parts;
        void reply.code(method === "POST" ? 201 : 200).header("cache-control", "no-store");
        const run = method === "GET" ? readingAs : asIdentity;
        return run(pool, caller.identity, (db) =>
          handler({ db, auth, now: now(), settings, caller, request, reply, params, query, body }),
        );
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
    ...(body !== undefined || method === "POST" || method === "PATCH" ? { body: body ?? nothing } : {}),
    response: { [method === "POST" ? 201 : 200]: reply, ...problemReplies },
  };
}

declare module "fastify" {
  interface FastifyRequest {
    caller: RequestCaller;
  }
}
