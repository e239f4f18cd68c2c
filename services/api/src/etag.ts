import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { ProblemError } from "./problem-error.ts";

/** The part of a reply that people declare, where live values stand beside it: an edit is stale only if that changed. */
export type DeclaredPart = (reply: unknown) => unknown;

const everything: DeclaredPart = (reply) => reply;

/**
 * The strong tag of a reply: `"<declared>.<all>"`. It differs whenever a byte of the body does; an edit compares its
 * first part, so that a sensor's new value does not refuse it.
 */
function etagOf(body: string, declared: DeclaredPart = everything): string {
  return `"${declaredDigest(body, declared)}.${digest(body)}"`;
}

/** Puts the tag on a successful reply; to one who has this very body already goes 304, without it. */
export function tagReply(
  request: FastifyRequest,
  reply: FastifyReply,
  body: unknown,
  declared?: DeclaredPart,
): unknown {
  if (typeof body !== "string" || reply.statusCode >= 300) return body;
  const tag = etagOf(body, declared);
  void reply.header("etag", tag);
  const known = request.method === "PATCH" ? [] : tagsOf(request.headers["if-none-match"]);
  if (!known.includes(tag) && !known.includes("*")) return body;
  void reply.code(304).removeHeader("content-type").removeHeader("content-length");
  return null;
}

/** The tags of `If-Match`, which an edit must carry: `*` would overwrite whatever is there. */
export function requireIfMatch(request: FastifyRequest): readonly string[] {
  const tags = tagsOf(request.headers["if-match"]).filter((tag) => tag !== "*");
  if (tags.length > 0) return tags;
  throw new ProblemError("precondition_required", "Send the `etag` of what was loaded in the header `if-match`.", [
    { path: "headers.if-match", message: "the etag of what was loaded expected" },
  ]);
}

/** Refuses an edit of something that is not any more as one of `tags` says. */
export function refuseStale(tags: readonly string[], body: string, declared: DeclaredPart = everything): void {
  const current = `"${declaredDigest(body, declared)}.`;
  if (tags.some((tag) => tag.startsWith(current))) return;
  throw new ProblemError("changed_meanwhile", "What is there now does not have the tag of `if-match`.");
}

function tagsOf(header: string | undefined): string[] {
  return (header ?? "")
    .split(",")
    .map((tag) => tag.trim())
    .filter(Boolean);
}

function declaredDigest(body: string, declared: DeclaredPart): string {
  return digest(JSON.stringify(declared(JSON.parse(body) as unknown)));
}

/** 128 bits are plenty: nobody gains by finding another body with the same tag. */
function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}
