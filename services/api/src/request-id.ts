import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { FastifyInstance } from "fastify";

const header = "x-request-id";
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The caller's own id where it is a uuid, so that a request can be followed through several logs; else a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, "headers">): string {
  const given = headers[header];
  return typeof given === "string" && uuid.test(given) ? given.toLowerCase() : randomUUID();
}

/** Every answer names its request; so does every line of the log (`reqId`). */
export function tellRequestId(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => void reply.header(header, request.id));
}
