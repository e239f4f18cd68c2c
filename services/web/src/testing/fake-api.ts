import { vi } from "vitest";
import { problemOf } from "./samples.ts";

/** A request that the portal made. */
export interface SeenRequest {
  readonly route: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Status and body of an answer; or what to answer to this request. */
export type Reply = object | ((request: SeenRequest) => object);

/** An answer with a status of its own. */
export class Answer {
  readonly status: number;
  readonly body: unknown;
  constructor(status: number, body: unknown) {
    this.status = status;
    this.body = body;
  }
}

/**
 * Stands in for the API: answers by method and path, such as `"GET /me"`, in the form of the wire. What is not named is
 * not found. Returns what was asked, for looking at afterwards.
 */
export function fakeApi(replies: Readonly<Record<string, Reply>>): SeenRequest[] {
  const seen: SeenRequest[] = [];
  vi.stubGlobal("fetch", async (address: string, init: RequestInit = {}) => {
    const url = new URL(address, "http://portal.test");
    const route = `${init.method ?? "GET"} ${url.pathname.replace("/api/v1", "")}`;
    const body: unknown = typeof init.body === "string" ? JSON.parse(init.body) : undefined;
    const request = { route, query: url.searchParams, headers: new Headers(init.headers), body };
    seen.push(request);
    const reply = route in replies ? replies[route] : new Answer(404, problemOf("not_found", 404));
    const said: unknown = typeof reply === "function" ? reply(request) : reply;
    const answer = said instanceof Answer ? said : new Answer(200, said);
    return Response.json(answer.body, { status: answer.status, headers: { etag: '"tag"' } });
  });
  return seen;
}
