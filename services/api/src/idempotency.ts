import { createHash } from "node:crypto";
import type { Connection } from "@gtb/database/pool";
import { claimIdempotencyKey } from "@gtb/database/queries/claim-idempotency-key";
import { keepIdempotentReply } from "@gtb/database/queries/keep-idempotent-reply";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { ProblemError } from "./problem-error.ts";

/** Of a create: whoever did not hear the answer sends it again with the same key, and gets the answer, not a second thing. */
export const IdempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/, "1 to 200 visible ASCII characters expected")
  .describe("Sent again with the same key within 24 hours, the request is answered as the first time, and done once");

interface Create {
  readonly db: Connection;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Of the answer. */
  readonly schema: z.ZodType;
  readonly work: () => Promise<unknown>;
}

/** Does the work of a create, once for its key where it has one; returns the answer to send. */
export async function answerOnce({ db, request, reply, schema, work }: Create): Promise<unknown> {
  const key = request.headers["idempotency-key"];
  const { userId } = request.caller.identity;
  if (key === undefined || userId === undefined) return work();
  // Sent as text: it is what is kept, to the byte.
  void reply.type("application/json; charset=utf-8");
  const send = async () => JSON.stringify(z.encode(schema, await work()));
  return doOnce({ db, userId, key: String(key), request, reply, work: send });
}

interface KeyedCreate extends Pick<Create, "db" | "request" | "reply"> {
  readonly userId: number;
  readonly key: string;
  /** Does the work and returns the body as it is sent. */
  readonly work: () => Promise<string>;
}

/**
 * Does the work of a create once for its key, and answers with what it answered then. Another request with the key waits.
 * A create that failed leaves no trace: the key goes with its transaction.
 */
async function doOnce({ db, userId, key, request, reply, work }: KeyedCreate): Promise<string> {
  const route = `${request.method} ${request.routeOptions.url ?? ""}`;
  const claim = await claimIdempotencyKey(db, { userId, key, route, bodyDigest: digestOfRequest(request) });
  if (claim === "new") {
    const body = await work();
    await keepIdempotentReply(db, { userId, key, status: reply.statusCode, reply: body });
    return body;
  }
  if (!claim.sameRequest || claim.status === null || claim.reply === null)
    throw new ProblemError("key_reused", "This `idempotency-key` came with another request before.", [
      { path: "headers.idempotency-key", message: "take a new key for a new request" },
    ]);
  void reply.code(claim.status).header("idempotent-replayed", "true");
  return claim.reply;
}

/** Of what was asked, after validation: the same fields in another order are the same request. */
function digestOfRequest({ params, query, body }: FastifyRequest): Buffer {
  return createHash("sha256")
    .update(JSON.stringify([params, query, body]))
    .digest();
}
