import cookie from "@fastify/cookie";
import type { Pool } from "@gtb/database/pool";
import type { Logger } from "@gtb/service-kit/log";
import { createMetrics } from "@gtb/service-kit/metrics";
import { type FastifyInstance, fastify, LogController } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { OidcClient } from "./access/oidc-client.ts";
import { type ApiSettings, localSettings } from "./api-settings.ts";
import { serveDocs } from "./docs-page.ts";
import { answerUnreadable, handleErrors } from "./error-handler.ts";
import { measureRequests, serveHealth } from "./health.ts";
import { LiveFeed } from "./live/live-feed.ts";
import { describeRoutes } from "./openapi.ts";
import { createAdmission } from "./rate-limits.ts";
import { requestIdOf, tellRequestId } from "./request-id.ts";
import { routes } from "./routes.ts";
import { secureHeaders } from "./security-headers.ts";
import type { TlsKeys } from "./tls-files.ts";
import { serveWebPages } from "./web-pages.ts";

export interface ApiOptions {
  /** As gtb_api, with `apiSession`. */
  readonly pool: Pool;
  /** As gtb_auth. */
  readonly auth: Pool;
  readonly log: Logger;
  readonly now?: () => Date;
  /** Absent: a platform on this machine alone. */
  readonly settings?: ApiSettings;
  /** Folder of the built web pages; absent: the API alone. */
  readonly webDist?: string | undefined;
  /** Absent: plain HTTP. */
  readonly tls?: TlsKeys | undefined;
  readonly livePollEveryMs?: number;
}

const largestBodyBytes = 256 * 1024;

/** The API, not listening yet: tests inject requests without a port. The pools stay the caller's. */
export async function buildApi(options: ApiOptions): Promise<FastifyInstance> {
  const { pool, auth, log, now = () => new Date(), settings = localSettings } = options;
  const oidc = settings.oidc && new OidcClient(settings.oidc, settings.publicUrl);
  const live = new LiveFeed({
    pool,
    auth,
    log,
    now,
    pollEveryMs: options.livePollEveryMs ?? 1_000,
    mostListeners: 200,
    mostListenersOfUser: 20,
  });
  const metrics = createMetrics("api");
  // The type of a logger is part of an instance's: the plugins are written for Fastify's own.
  const app: FastifyInstance = fastify({
    loggerInstance: log as FastifyInstance["log"],
    // What a request did is in the metrics; only what failed is worth a line.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIdOf,
    frameworkErrors: answerUnreadable,
    bodyLimit: largestBodyBytes,
    requestTimeout: 30_000,
    trustProxy: [...settings.trustedProxies],
    ...(options.tls && { https: { ...options.tls, minVersion: "TLSv1.2" } }),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  tellRequestId(app);
  handleErrors(app);
  measureRequests(app, metrics, live);
  app.decorateRequest("caller");
  await app.register(cookie);
  await secureHeaders(app, { https: settings.publicUrl.startsWith("https:") });
  await describeRoutes(app);
  serveHealth(app, pool, metrics);
  const admit = await createAdmission(app, auth, settings.limits);
  for (const register of routes) register(app, { pool, auth, now, live, settings, oidc, admit });
  await serveDocs(app);
  await serveWebPages(app, options.webDist);
  app.addHook("preClose", () => live.stop());
  return app;
}
