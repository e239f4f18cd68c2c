import { Problem } from "@gtb/contracts/problem";
import type { z } from "zod";

/** The API answered with problem details: `problem` says what a person may be shown, in both languages. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.detail} (request ${problem.requestId})`);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

/** Nobody answered, or something else than the API did (a proxy, a server that is starting). */
export class UnreachableError extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = "UnreachableError";
  }
}

export type QueryValues = Readonly<Record<string, string | number | boolean | Date | undefined>>;

/** Path and query of a route of the API, times in ISO 8601. */
export function apiUrl(path: string, query: QueryValues = {}): string {
  const values = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) values.set(name, value instanceof Date ? value.toISOString() : String(value));
  }
  return values.size === 0 ? `/api/v1${path}` : `/api/v1${path}?${values}`;
}

/** Reads a resource; its reply is parsed with the contract. Throws ProblemError or UnreachableError. */
export async function get<Reply extends z.ZodType>(
  reply: Reply,
  url: string,
  signal?: AbortSignal,
): Promise<z.output<Reply>> {
  return parse(reply, await send(url, signal === undefined ? {} : { signal }));
}

/** Creates a resource from `body`, in the form of the wire. Throws ProblemError or UnreachableError. */
export async function post<Reply extends z.ZodType>(
  reply: Reply,
  url: string,
  body: unknown,
): Promise<z.output<Reply>> {
  const headers = { "content-type": "application/json" };
  return parse(reply, await send(url, { method: "POST", headers, body: JSON.stringify(body) }));
}

async function send(url: string, init: RequestInit): Promise<unknown> {
  const headers = { ...init.headers, accept: "application/json" };
  const response = await fetch(url, { ...init, headers }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new UnreachableError(`no answer from ${url}`, { cause });
  });
  const content: unknown = await response.json().catch(() => undefined);
  if (response.ok && content !== undefined) return content;
  const problem = Problem.safeParse(content);
  if (problem.success) throw new ProblemError(problem.data);
  throw new UnreachableError(`${url} answered ${response.status} and no JSON that we know`);
}

function parse<Reply extends z.ZodType>(reply: Reply, content: unknown): z.output<Reply> {
  const parsed = reply.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new UnreachableError("the reply is not what the contract says: reload the page", { cause: parsed.error });
}
