import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { sendProblem } from "./error-handler.ts";
import { ProblemError } from "./problem-error.ts";

/**
 * Serves the built web pages, where there are some. A path that is no file and that a browser opens is one of the
 * application's own addresses: it gets the page. Everything else that is not found is a problem.
 */
export async function serveWebPages(app: FastifyInstance, webDist: string | undefined): Promise<void> {
  const root = webDist === undefined ? undefined : resolve(webDist);
  const hasPages = root !== undefined && existsSync(join(root, "index.html"));
  if (hasPages) {
    await app.register(fastifyStatic, {
      root,
      cacheControl: false,
      setHeaders: (reply, path) => {
        // Names under assets/ carry a hash of their content; the page that names them must be asked for each time.
        const forEver = path.startsWith(join(root, "assets"));
        void reply.header("cache-control", forEver ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    if (hasPages && opensPage(request)) return reply.sendFile("index.html");
    return sendProblem(
      new ProblemError("not_found", `There is nothing at ${request.method} ${pathOf(request)}.`),
      request,
      reply,
    );
  });
}

function opensPage(request: FastifyRequest): boolean {
  const path = pathOf(request);
  return (
    request.method === "GET" &&
    !path.startsWith("/api/") &&
    !path.startsWith("/assets/") &&
    (request.headers.accept ?? "").includes("text/html")
  );
}

function pathOf({ url }: FastifyRequest): string {
  return url.split("?", 1)[0] ?? url;
}
