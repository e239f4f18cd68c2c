import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Registry } from "prom-client";

/** Resolves when the part works; rejects with an error that says what does not. */
export type HealthCheck = () => Promise<void> | void;

export interface HealthServerOptions {
  readonly host: string;
  readonly port: number;
  readonly checks: Readonly<Record<string, HealthCheck>>;
  readonly metrics: Registry;
}

export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves `/healthz` (200, or 503 naming the parts that fail) and `/metrics` (Prometheus). */
export async function startHealthServer({ host, port, checks, metrics }: HealthServerOptions): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const answer =
      request.url === "/metrics"
        ? answerMetrics(metrics)
        : request.url === "/healthz"
          ? answerHealth(checks)
          : notFound();
    answer.then(
      ({ status, type, body }) => response.writeHead(status, { "content-type": type }).end(body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => closeServer(server) };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

async function answerMetrics(metrics: Registry): Promise<Answer> {
  return { status: 200, type: metrics.contentType, body: await metrics.metrics() };
}

async function notFound(): Promise<Answer> {
  return { status: 404, type: "text/plain", body: "not found: /healthz and /metrics are here\n" };
}

async function answerHealth(checks: Readonly<Record<string, HealthCheck>>): Promise<Answer> {
  const parts = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await outcome(check)] as const),
  );
  const healthy = parts.every(([, result]) => result === "ok");
  return {
    status: healthy ? 200 : 503,
    type: "application/json",
    body: `${JSON.stringify({ status: healthy ? "ok" : "failing", parts: Object.fromEntries(parts) })}\n`,
  };
}

async function outcome(check: HealthCheck): Promise<string> {
  try {
    await check();
    return "ok";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
