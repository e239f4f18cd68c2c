import type { Pool } from "@gtb/database/pool";
import { readServerTime } from "@gtb/database/queries/read-server-time";
import { Gauge, Histogram, type Registry } from "@gtb/service-kit/metrics";
import type { FastifyInstance } from "fastify";
import type { LiveFeed } from "./live/live-feed.ts";

/** `/healthz`, in the words of the other services' health server, and `/metrics`. */
export function serveHealth(app: FastifyInstance, pool: Pool, metrics: Registry): void {
  app.get("/healthz", { schema: { hide: true } }, async (_request, reply) => {
    const database = await readServerTime(pool).then(
      () => "ok",
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    const healthy = database === "ok";
    return reply
      .code(healthy ? 200 : 503)
      .header("cache-control", "no-store")
      .send({ status: healthy ? "ok" : "failing", parts: { database } });
  });
  app.get("/metrics", { schema: { hide: true } }, async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.metrics()),
  );
}

/** Counts and times every request by its route, so that an address with an id in it is no series of its own. */
export function measureRequests(app: FastifyInstance, metrics: Registry, live: LiveFeed): void {
  const durations = new Histogram({
    name: "gtb_http_request_seconds",
    help: "Time from a request's arrival to the end of its answer",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [metrics],
  });
  new Gauge({
    name: "gtb_live_listeners",
    help: "Open live streams",
    registers: [metrics],
    collect() {
      this.set(live.listenerCount);
    },
  });
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
}
