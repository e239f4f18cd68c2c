import scalar from "@scalar/fastify-api-reference";
import type { FastifyInstance } from "fastify";

const docsPath = "/api/docs";

/** The document at /api/openapi.json and a page to browse it at /api/docs, with everything it needs from here. */
export async function serveDocs(app: FastifyInstance): Promise<void> {
  app.get("/api/openapi.json", { schema: { hide: true } }, () => app.swagger());
  await app.register(scalar, {
    routePrefix: docsPath,
    configuration: {
      url: "/api/openapi.json",
      pageTitle: "GTB API",
      // Nothing is fetched from elsewhere: many town halls' networks would not let it.
      withDefaultFonts: false,
      telemetry: false,
      agent: { disabled: true },
      mcp: { disabled: true },
      showDeveloperTools: "never",
    },
    hooks: {
      onRequest: (request, reply, done) => {
        // Scalar starts itself from a script inside its page.
        if (request.url.startsWith(docsPath)) void reply.header("content-security-policy", docsPolicy);
        done();
      },
    },
  });
}

const docsPolicy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
].join("; ");
