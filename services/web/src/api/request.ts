import { Problem } from "@gtb/contracts/problem";
import { Me } from "@gtb/contracts/session";
import type { z } from "zod";
import { csrfHeaders, rememberCsrfToken } from "./csrf-token.ts";

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
  return parse(reply, await change(url, "POST", body));
}

/** Sends bytes as they are. Throws ProblemError or UnreachableError. */
export async function postBytes<Reply extends z.ZodType>(
  reply: Reply,
  url: string,
  body: Blob,
): Promise<z.output<Reply>> {
  return parse(reply, await change(url, "POST", body));
}

/** Changes a part of a resource. Throws ProblemError or UnreachableError. */
export async function patch(url: string, body: unknown): Promise<void> {
  await change(url, "PATCH", body);
}

/** Like `patch`, of what the API changes only for who has seen it: its tag is asked for first. */
export async function patchAsTagged(url: string, body: unknown): Promise<void> {
  const { headers } = await answerOf(url, {});
  await change(url, "PATCH", body, { "if-match": headers.get("etag") ?? "" });
}

/** Ends or removes a resource. Throws ProblemError or UnreachableError. */
export async function remove(url: string, body?: unknown): Promise<void> {
  await change(url, "DELETE", body);
}

/**
 * Whoever signs in again in another tab gets a new CSRF token, which this page does not know: it asks for it and tries
 * once more.
 */
async function change(
  url: string,
  method: string,
  body?: unknown,
  conditions: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const bytes = body instanceof Blob;
  const content = body === undefined ? {} : { body: bytes ? body : JSON.stringify(body) };
  const type: Record<string, string> =
    body === undefined ? {} : { "content-type": bytes ? "application/octet-stream" : "application/json" };
  const attempt = () => send(url, { method, ...content, headers: { ...type, ...conditions, ...csrfHeaders() } });
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof ProblemError && error.problem.code === "forged_request")) throw error;
    rememberCsrfToken((await get(Me, apiUrl("/me"))).csrfToken);
    return attempt();
  }
}

async function send(url: string, init: RequestInit): Promise<unknown> {
  return (await answerOf(url, init)).content;
}

interface Answer {
  readonly headers: Headers;
  readonly content: unknown;
}

async function answerOf(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, { ...init, headers: { ...init.headers, accept: "application/json" } }).catch(
    (cause: unknown) => {
      if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
      throw new UnreachableError(`no answer from ${url}`, { cause });
    },
  );
  const content: unknown = await response.json().catch(() => undefined);
  if (response.ok && content !== undefined) return { headers: response.headers, content };
  const problem = Problem.safeParse(content);
  if (problem.success) throw new ProblemError(problem.data);
  throw new UnreachableError(`${url} answered ${response.status} and no JSON that we know`);
}

function parse<Reply extends z.ZodType>(reply: Reply, content: unknown): z.output<Reply> {
  const parsed = reply.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new UnreachableError("the reply is not what the contract says: reload the page", { cause: parsed.error });
}
