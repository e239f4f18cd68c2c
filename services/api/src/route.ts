import { asIdentity, readingAs } from "@gtb/database/identity";
import type { Connection, Pool } from "@gtb/database/pool";
import type { Action } from "@gtb/domain/access/permission";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { RequestCaller } from "./access/caller.ts";
import type { OidcClient } from "./access/oidc-client.ts";
import type { ApiSettings } from "./api-settings.ts";
import { type DeclaredPart, tagReply } from "./etag.ts";
import { answerOnce } from "./idempotency.ts";
import type { LiveFeed } from "./live/live-feed.ts";
import type { Admit } from "./rate-limits.ts";
import { type nothing, schemaOf } from "./route-schema.ts";
import { answerTable } from "./tables/answer-table.ts";
import type { Table } from "./tables/table.ts";
import { tableWish, withTableFields } from "./tables/table-wish.ts";

/** What a route may use. `now` is passed in, so that a test can say what day it is. */
export interface RouteDependencies {
  /** As gtb_api: what it reads and writes passes the walls of the request's identity. */
  readonly pool: Pool;
  /** As gtb_auth: sessions, tokens and passwords, before there is an identity. */
  readonly auth: Pool;
  readonly now: () => Date;
  readonly live: LiveFeed;
  /** Finds out who asks, and counts it: each route begins with it. */
  readonly admit: Admit;
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
  /** Of a route with a table: the whole of it is asked for as a file. Bounds that spare a browser do not hold. */
  readonly asFile: boolean;
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
  /** Where files are sent: more than others take. */
  readonly mostBodyBytes?: number;
  readonly reply: Reply;
  /** The answer carries a secret that is shown once: never kept to be sent again for an idempotency key. */
  readonly secretReply?: true;
  /** What is sent is a secret that people choose: no digest of it is kept for an idempotency key, for it could be guessed. */
  readonly secretBody?: true;
  /** Carries the `etag` that an edit must name. Usual for a GET of one thing. */
  readonly tagged?: boolean;
  /** What of the reply people have declared, where values that change by themselves stand beside it. */
  readonly declared?: DeclaredPart;
  /** Its reply is also to be had as a file: `format` on the same URL. */
  readonly table?: Table<z.output<Reply>>;
  readonly handler: (input: RouteInput<Params, Query, Body>) => Promise<z.output<Reply>>;
}

export type RegisterRoute = (app: FastifyInstance, dependencies: RouteDependencies) => void;

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
  const { method, path, handler, allow, secretReply, secretBody, declared, mostBodyBytes, table } = definition;
  const taken = table === undefined ? definition.query : withTableFields(definition.query);
  const tagged = definition.tagged ?? (method === "GET" && /:\w+$/.test(path));
  return (app, { pool, auth, now, settings, admit }) => {
    app.route({
      method,
      url: path,
      schema: schemaOf({ ...definition, ...(taken && { query: taken }), tagged, asTable: table !== undefined }),
      ...(mostBodyBytes !== undefined && { bodyLimit: mostBodyBytes }),
      preValidation: (request, reply) =>
        admit(request, reply, { allow, guessable: method !== "GET" && allow === "anyone" }),
      ...(tagged && { onSend: async (request, reply, body) => tagReply(request, reply, body, declared) }),
      handler: async (request, reply) => {
        // Fastify has validated each part with the definition's own schema.
        const parts = request as unknown as Pick<RouteInput<Params, Query, Body>, "params" | "query" | "body">;
        const { caller } = request;
        const { params, body } = parts;
        const { query, ...wish } = tableWish(parts.query, table !== undefined);
        void reply.code(method === "POST" ? 201 : 200).header("cache-control", "no-store");
        const run = method === "GET" ? readingAs : asIdentity;
        return run<unknown>(pool, caller.identity, (db) => {
          const asFile = wish.format !== undefined;
          const input = { db, auth, now: now(), settings, caller, request, reply, params, body, asFile };
          const read = (asked: z.output<Query>) => handler({ ...input, query: asked });
          const work = () => read(query);
          if (table !== undefined && asFile)
            return answerTable({ ...input, table, wish, query, read, taken: definition.query });
          const keyed = method === "POST" && !secretReply && !secretBody;
          return keyed ? answerOnce({ db, request, reply, schema: definition.reply, work }) : work();
        });
      },
    });
  };
}

declare module "fastify" {
  interface FastifyRequest {
    caller: RequestCaller;
  }
}
