import rateLimit from "@fastify/rate-limit";
import type { Pool } from "@gtb/database/pool";
import type { Action } from "@gtb/domain/access/permission";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { findCaller, requireAllowed } from "./access/caller.ts";
import { ProblemError } from "./problem-error.ts";

/** Requests a minute. */
export interface RateLimits {
  /** Of one user, whichever way they come in. */
  readonly perUser: number;
  /** Of one API token. */
  readonly perToken: number;
  /** Of one address, by those who are not signed in; a town hall is one address. */
  readonly perAddress: number;
  /** Of one address, on what guesses at a secret: sign-in, resets, invitations. */
  readonly perAddressOnSecrets: number;
}

export const usualLimits: RateLimits = { perUser: 3_000, perToken: 3_000, perAddress: 300, perAddressOnSecrets: 30 };

interface Door {
  readonly allow: Action | "signed-in" | "anyone";
  /** What it does may be a guess at a secret. */
  readonly guessable?: boolean;
}

/** Finds out who asks, counts it, and refuses who asks too often or may not. Sets `request.caller`. */
export type Admit = (request: FastifyRequest, reply: FastifyReply, door: Door) => Promise<void>;

type Limiter = ReturnType<FastifyInstance["createRateLimit"]>;
type Count = Exclude<Awaited<ReturnType<Limiter>>, { isAllowed: true }>;

/** The limits count in this process: of two processes of the API each lets as many through. */
export async function createAdmission(app: FastifyInstance, auth: Pool, limits: RateLimits): Promise<Admit> {
  await app.register(rateLimit, { global: false, cache: 20_000 });
  const by = (max: number, keyGenerator?: (request: FastifyRequest) => string) =>
    app.createRateLimit({ max, timeWindow: 60_000, ...(keyGenerator ? { keyGenerator } : { ipv6Subnet: 64 }) });
  const user = by(limits.perUser, ({ caller }) => `user ${caller.identity.userId}`);
  const token = by(limits.perToken, ({ caller }) => `token ${caller.identity.userId} ${caller.identity.via}`);
  const address = by(limits.perAddress);
  const secrets = by(limits.perAddressOnSecrets);

  return async (request, reply, { allow, guessable = false }) => {
    // Who shows a token that is none is nobody: counted by address.
    const unknown = await findCaller(auth, request, allow).then(
      (caller) => void Object.assign(request, { caller }),
      (error: unknown) => ({ error }),
    );
    const limiters = unknown || request.caller.caller === undefined ? [address] : callerLimiters(request, user, token);
    await count(request, reply, guessable ? [...limiters, secrets] : limiters);
    if (unknown) throw unknown.error;
    requireAllowed(request.caller, allow);
  };
}

function callerLimiters({ caller }: FastifyRequest, user: Limiter, token: Limiter): Limiter[] {
  return caller.sessionId === undefined ? [user, token] : [user];
}

async function count(request: FastifyRequest, reply: FastifyReply, limiters: readonly Limiter[]): Promise<void> {
  const counts = (await Promise.all(limiters.map((limiter) => limiter(request)))).filter(
    (result): result is Count => !result.isAllowed,
  );
  const tightest = counts.sort((one, other) => one.remaining - other.remaining || other.ttl - one.ttl)[0];
  const exceeded = counts.filter(({ isExceeded }) => isExceeded).sort((one, other) => other.ttl - one.ttl)[0];
  const told = exceeded ?? tightest;
  if (told === undefined) return;
  void reply
    .header("ratelimit-limit", told.max)
    .header("ratelimit-remaining", told.remaining)
    .header("ratelimit-reset", told.ttlInSeconds);
  if (exceeded === undefined) return;
  void reply.header("retry-after", exceeded.ttlInSeconds);
  throw new ProblemError("too_many_requests", `More than ${exceeded.max} requests a minute.`);
}
