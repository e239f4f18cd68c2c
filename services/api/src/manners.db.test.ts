import { randomUUID } from "node:crypto";
import { Writable } from "node:stream";
import { createLog } from "@gtb/service-kit/log";
import { fastify } from "fastify";
import { expect, test } from "vitest";
import { z } from "zod";
import { localSettings } from "./api-settings.ts";
import { buildApi } from "./app.ts";
import { LiveFeed } from "./live/live-feed.ts";
import { routes } from "./routes.ts";
import { createApiUnderTest } from "./testing/api-under-test.ts";
import { documentOf, routesOf, type Schema } from "./testing/openapi-routes.ts";

const api = await createApiUnderTest();
const documented = routesOf(await documentOf(api.app));
const concrete = (path: string) => path.replaceAll(/\{\w+\}/g, randomUUID());

interface Registered {
  readonly name: string;
  readonly parts: Readonly<Record<"params" | "querystring" | "body", z.ZodType | undefined>>;
}

/** What each route takes, in its own schemas: the document cannot say that unknown query fields are refused. */
async function registered(): Promise<Registered[]> {
  const found: Registered[] = [];
  const app = fastify();
  app.addHook("onRoute", ({ method, url, schema }) => {
    const { params, querystring, body } = (schema ?? {}) as Registered["parts"];
    if (method !== "HEAD") found.push({ name: `${String(method)} ${url}`, parts: { params, querystring, body } });
  });
  const live = new LiveFeed({
    pool: api.pool,
    auth: api.pool,
    log: createLog("api-test", "silent"),
    now: () => new Date(),
    pollEveryMs: 50,
    mostListeners: 1,
    mostListenersOfUser: 1,
  });
  const dependencies = {
    pool: api.pool,
    auth: api.pool,
    now: () => new Date(),
    live,
    settings: localSettings,
    oidc: undefined,
  };
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => String);
  for (const register of routes) register(app, { ...dependencies, admit: async () => undefined });
  await app.ready();
  await app.close();
  return found;
}

const takes = await registered();

test("every route of the document is one of these", () => {
  const named = takes.map(({ name }) => name.replaceAll(/:(\w+)/g, "{$1}")).toSorted();
  expect(documented.map(({ name }) => name).toSorted()).toEqual(named);
});

test.each(takes)("$name refuses unknown fields, and bounds what it takes", ({ name, parts }) => {
  // The provider may add fields of its own to its answer.
  if (name === "GET /api/v1/oidc/callback") return;
  const loose = Object.entries(parts).flatMap(([part, schema]) => {
    if (schema === undefined) return [];
    const json = z.toJSONSchema(schema, {
      io: "input",
      unrepresentable: "any",
      reused: "inline",
    }) as Schema;
    return [...looseParts(json, part)];
  });
  expect(loose).toEqual([]);
});

function* looseParts(schema: Schema, path: string): Generator<string> {
  for (const part of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])])
    yield* looseParts(part, path);
  if (schema.type === "object") {
    if (schema.additionalProperties !== false) yield `${path} takes unknown fields: use z.strictObject`;
    for (const [name, field] of Object.entries(schema.properties ?? {})) yield* looseParts(field, `${path}.${name}`);
  }
  if (schema.type === "array") {
    if (schema.maxItems === undefined && schema.items?.enum === undefined)
      yield `${path} has no most of items: use .max()`;
    yield* looseParts(schema.items ?? {}, `${path}[]`);
  }
  const bounded = schema.maxLength !== undefined || schema.enum !== undefined || schema.const !== undefined;
  if (schema.type === "string" && !bounded && schema.format === undefined && schema.pattern === undefined)
    yield `${path} is a text without a longest: use .max()`;
}

test.each(documented)(
  "$name carries the headers that keep browsers safe, and its request's id",
  async ({ method, path, streams }) => {
    const id = randomUUID();
    const answer = await api.app.inject({
      method,
      url: concrete(path),
      headers: { "x-request-id": id, ...(streams ? {} : { authorization: `Bearer ${api.token}` }) },
      ...(method === "POST" || method === "PATCH" ? { payload: {} } : {}),
    });
    expect(answer.headers).toMatchObject({
      "x-request-id": id,
      "x-content-type-options": "nosniff",
      "x-frame-options": "SAMEORIGIN",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "no-store",
      "ratelimit-limit": expect.any(String),
    });
    const policy = String(answer.headers["content-security-policy"]);
    for (const directive of [
      "default-src 'self'",
      "script-src 'self';",
      "object-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'self'",
    ])
      expect(policy).toContain(directive);
    expect(answer.headers).not.toHaveProperty("strict-transport-security");
    expect(answer.headers).not.toHaveProperty("x-powered-by");
  },
);

test("pages and problems outside of routes carry them too", async () => {
  for (const url of ["/healthz", "/metrics", "/api/openapi.json", "/api/docs/", "/nothing", "/%zz"]) {
    const { headers } = await api.app.inject(url);
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "x-request-id": expect.any(String) });
    expect(String(headers["content-security-policy"])).toContain("frame-ancestors 'none'");
  }
});

test("where people come over TLS, browsers never ask without it again", async () => {
  const settings = { ...localSettings, publicUrl: "https://gtb.exemple.fr" };
  const app = await buildApi({ pool: api.pool, auth: api.pool, log: createLog("api-test", "silent"), settings });
  const { headers } = await app.inject("/healthz");
  expect(headers["strict-transport-security"]).toBe("max-age=31536000");
  await app.close();
});

test("a request's id: the caller's where it is a uuid, else a new one; in each line of the log", async () => {
  const lines: string[] = [];
  const sink = new Writable({ write: (chunk: Buffer, _encoding, done) => done(void lines.push(chunk.toString())) });
  const app = await buildApi({ pool: api.pool, auth: api.pool, log: createLog("api-test", "info", sink) });
  app.get("/api/v1/broken", (request) => {
    request.log.info("said by a route");
    throw new Error("broken");
  });
  const id = randomUUID();
  const asked = await app.inject({ url: "/api/v1/broken", headers: { "x-request-id": id } });
  expect(asked.headers["x-request-id"]).toBe(id);
  expect(asked.json()).toMatchObject({ requestId: id });
  const told = lines.map((line) => JSON.parse(line) as { msg: string; reqId?: string });
  expect(told.map(({ msg, reqId }) => [msg, reqId])).toEqual([
    ["said by a route", id],
    ["request failed", id],
  ]);
  for (const forged of ["1", "x\u0022 injected", `${id}x`]) {
    const { headers } = await app.inject({ url: "/healthz", headers: { "x-request-id": forged } });
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(headers["x-request-id"]).not.toContain(id);
  }
  await app.close();
});

test.each(documented)("$name says who may come in and what may go wrong", ({ method, path, permission, operation }) => {
  const { responses } = operation as { responses: object };
  expect(Object.keys(responses)).toEqual(expect.arrayContaining(["400", "429"]));
  if (permission !== "anyone") expect(Object.keys(responses)).toEqual(expect.arrayContaining(["401", "403"]));
  if (path.includes("{")) expect(responses).toHaveProperty("404");
  if (method === "POST" || method === "PATCH")
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(["409", "422"]));
  const security = (operation as { security?: unknown }).security;
  expect(security).toEqual(permission === "anyone" ? [] : [{ session: [] }, { token: [] }]);
});

test("what GET shows at the same address is edited by its etag only", () => {
  const got = new Set(documented.filter(({ method }) => method === "GET").map(({ path }) => path));
  const unguarded = documented.filter(
    ({ method, path, operation }) =>
      method === "PATCH" && path.includes("{") && got.has(path) && !("428" in operation.responses),
  );
  expect(unguarded.map(({ name }) => name)).toEqual([]);
});

test("no answer with a secret in it is kept to be sent again", async () => {
  const { schemas } = (await documentOf(api.app)).components;
  const telling = documented.filter(({ method, operation }) => {
    const reply = JSON.stringify(operation.responses["201"] ?? {});
    const named = [...reply.matchAll(/schemas\/(\w+)"/g)].map(([, name]) => schemas[name ?? ""]);
    return method === "POST" && /"(secret|csrfToken|token)":/.test(reply + JSON.stringify(named));
  });
  expect(telling.length).toBeGreaterThan(1);
  const keyed = telling.filter(({ operation }) => JSON.stringify(operation).includes("idempotency-key"));
  expect(keyed.map(({ name }) => name)).toEqual([]);
});
