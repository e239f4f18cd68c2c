import { LiveQuery } from "@gtb/contracts/live";
import { readingAs } from "@gtb/database/identity";
import { getBuilding } from "@gtb/database/queries/get-building";
import { z } from "zod";
import { SseConnection } from "../../live/sse-connection.ts";
import { found, ProblemError } from "../../problem-error.ts";
import type { RegisterRoute } from "../../route.ts";
import { closedReplies, problemReplies, securityOf } from "../../route-schema.ts";

const path = "/api/v1/live";

/** A stream of Server-Sent Events: the one route whose reply has no end. */
export const streamLiveRoute: RegisterRoute = (app, { pool, now, live, admit }) => {
  app.route({
    method: "GET",
    url: path,
    schema: {
      summary: "What is stored for a building, as it is stored (Server-Sent Events)",
      tags: ["live"],
      ...securityOf("data:read"),
      querystring: LiveQuery,
      response: {
        200: {
          description: "`event: readings` (LiveReadings), `event: consumption` (LiveConsumption), `event: behind`",
          content: { "text/event-stream": { schema: z.string() } },
        },
        ...closedReplies,
        ...problemReplies,
      },
    },
    preValidation: (request, reply) => admit(request, reply, { allow: "data:read" }),
    handler: async (request, reply) => {
      const { building } = request.query as z.output<typeof LiveQuery>;
      const { identity } = request.caller;
      found(await readingAs(pool, identity, (db) => getBuilding(db, building, now())), "building");
      if (live.isFullFor(identity.userId))
        throw new ProblemError("too_many_listeners", "Every live stream that we keep, for all or for you, is taken.");
      reply.hijack();
      reply.raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
      });
      const connection = new SseConnection(reply.raw);
      reply.raw.on("close", () => live.remove(connection));
      live.add(connection, building, request.caller);
    },
  });
};
