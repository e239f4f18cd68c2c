import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPool } from "@gtb/database/pool";
import { createLog } from "@gtb/service-kit/log";
import { afterAll, expect, test } from "vitest";
import { buildApi } from "./app.ts";
import { createApiUnderTest } from "./testing/api-under-test.ts";

const { app, get } = await createApiUnderTest();
const log = createLog("api-test", "silent");

test("healthy while the database answers; requests are counted by route", async () => {
  expect((await app.inject("/healthz")).json()).toEqual({ status: "ok", parts: { database: "ok" } });
  await get("/buildings/00000000-0000-4000-8000-000000000000");
  const metrics = (await app.inject("/metrics")).body;
  const counted = metrics
    .split("\n")
    .find((line) => line.startsWith("gtb_http_request_seconds_count") && line.includes("404"));
  expect(counted).toContain('route="/api/v1/buildings/:buildingId"');
  expect(metrics).toContain("gtb_live_listeners");
});

test("without its database: not healthy, a 503 that hides what failed", async () => {
  const pool = createPool({ databaseUrl: "postgresql://postgres@127.0.0.1:1/none", applicationName: "api-test" });
  const lost = await buildApi({ pool, auth: pool, log });
  try {
    expect((await lost.inject("/healthz")).statusCode).toBe(503);
    const answer = await lost.inject({ url: "/api/v1/buildings", headers: { authorization: "Bearer gtb_any" } });
    expect(answer.statusCode).toBe(503);
    expect(answer.headers["retry-after"]).toBe("5");
    expect(answer.json()).toMatchObject({ code: "busy", status: 503 });
    expect(answer.body).not.toContain("ECONNREFUSED");
  } finally {
    await lost.close();
    await pool.end();
  }
});

test("what fails inside is a 500 that says nothing but the request's id", async () => {
  const pool = createPool({ databaseUrl: "postgresql://postgres@127.0.0.1:1/none", applicationName: "api-test" });
  const broken = await buildApi({ pool, auth: pool, log });
  broken.get("/api/v1/broken", () => {
    throw new Error("the password is 1234");
  });
  const answer = await broken.inject("/api/v1/broken");
  expect(answer.json()).toMatchObject({
    code: "internal",
    status: 500,
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(answer.body).not.toContain("1234");
  await broken.close();
  await pool.end();
});

test("bodies are bounded and must be JSON", async () => {
  const post = async (payload: string, type = "application/json") =>
    (await app.inject({ method: "POST", url: "/api/v1/sites", payload, headers: { "content-type": type } })).json();
  expect(await post("{")).toMatchObject({ status: 400, code: "malformed_body" });
  expect(await post("a=1", "application/x-www-form-urlencoded")).toMatchObject({ status: 415 });
  expect(await post(JSON.stringify({ name: "x".repeat(300_000) }))).toMatchObject({ status: 413 });
});

test("openapi.json is what the routes say", async () => {
  const committed = JSON.parse(await readFile(new URL("../openapi.json", import.meta.url), "utf8"));
  expect((await app.inject("/api/openapi.json")).json()).toEqual(committed);
});

test("the page of the API needs nothing from elsewhere", async () => {
  const page = await app.inject("/api/docs/");
  expect(page.statusCode).toBe(200);
  const sources = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source);
  expect(sources).toEqual(["js/scalar.js"]);
  const script = await app.inject("/api/docs/js/scalar.js");
  expect(script.body.length).toBeGreaterThan(1_000_000);
  expect(page.headers["content-security-policy"]).toContain("script-src 'self' 'unsafe-inline'");
  const elsewhere = await app.inject("/api/v1/buildings");
  expect(elsewhere.headers["content-security-policy"]).toContain("script-src 'self';");
});

test("the web pages: the page for its own addresses, files with their caching, problems for the rest", async () => {
  const webDist = await mkdtemp(join(tmpdir(), "gtb-web-"));
  afterAll(() => rm(webDist, { recursive: true }));
  await mkdir(join(webDist, "assets"));
  await writeFile(join(webDist, "index.html"), "<!doctype html><title>GTB</title>");
  await writeFile(join(webDist, "assets/app-1a2b.js"), "let a = 1;");
  const pool = createPool({ databaseUrl: "postgresql://postgres@127.0.0.1:1/none", applicationName: "api-test" });
  const web = await buildApi({ pool, auth: pool, log, webDist });
  const open = (url: string) => web.inject({ url, headers: { accept: "text/html" } });
  for (const url of ["/", "/buildings/12?from=x"]) {
    const page = await open(url);
    expect(page.body).toContain("<title>GTB</title>");
    expect(page.headers["cache-control"]).toBe("no-cache");
  }
  const asset = await open("/assets/app-1a2b.js");
  expect(asset.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(asset.headers["content-type"]).toContain("javascript");
  expect((await open("/assets/app-0000.js")).statusCode).toBe(404);
  expect((await open("/api/v1/nothing")).json()).toMatchObject({ code: "not_found" });
  expect((await open("/../package.json")).body).not.toContain("dependencies");
  expect((await open("/assets/%00")).json()).toMatchObject({ status: 404, code: "not_found" });
  await web.close();
  await pool.end();
});
