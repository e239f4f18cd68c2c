import type { Pool } from "@gtb/database/pool";
import { noteAudit } from "@gtb/database/queries/note-audit";
import { takeSignInFlow } from "@gtb/database/queries/take-sign-in-flow";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { flowCookie, setFlowCookie } from "../../access/flow-cookie.ts";
import type { OidcClient, OidcFlow } from "../../access/oidc-client.ts";
import { openSession } from "../../access/open-session.ts";
import type { ProviderIdentity } from "../../access/provider-identity.ts";
import { digestOf } from "../../access/secret-token.ts";
import { signInByProvider } from "../../access/sign-in-by-provider.ts";
import { found, ProblemError } from "../../problem-error.ts";
import type { RegisterRoute, RouteDependencies } from "../../route.ts";
import { securityOf } from "../../route-schema.ts";
import { problemPage, redirectReplies } from "./oidc-redirect.ts";

/** Loose: providers add what they like. What is in it is checked by the protocol's own library. */
const CallbackQuery = z.looseObject({
  state: z.string().max(1_000).optional(),
  code: z.string().max(4_000).optional(),
});

/** Comes back from the agency's provider. Whatever happens, what the browser left with is used up. */
export const finishOidcRoute: RegisterRoute = (app, { auth, settings, oidc, admit }) => {
  app.route({
    method: "GET",
    url: "/api/v1/oidc/callback",
    schema: {
      summary: "Where the agency's provider sends a browser back to: into a session and on to the page it came from",
      tags: ["oidc"],
      ...securityOf("anyone"),
      querystring: CallbackQuery,
      response: redirectReplies,
    },
    preValidation: (request, reply) => admit(request, reply, { allow: "anyone", guessable: true }),
    handler: async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const provider = found(oidc, "provider");
      setFlowCookie(request, reply, undefined, settings);
      try {
        return reply.redirect(await comeBack({ auth, settings, provider }, request, reply));
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        request.log.warn({ reason: error.message }, "a sign-in at the provider was refused");
        return reply.redirect(problemPage(error));
      }
    },
  });
};

type Visited = Pick<RouteDependencies, "auth" | "settings"> & { readonly provider: OidcClient };

/** Lets in whom the provider has sent; resolves with the page they wanted. */
async function comeBack(
  { auth, settings, provider }: Visited,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  const secret = request.cookies[flowCookie];
  const flow = secret === undefined ? undefined : await takeSignInFlow(auth, digestOf(secret));
  if (flow === undefined)
    throw new ProblemError("provider_refused", "This browser has begun no sign-in, or it is over.");
  try {
    const person = await identify(provider, request.url, flow);
    const userId = await signInByProvider(auth, request, person, provider.settings.roles);
    await openSession({ auth, request, reply, settings }, userId);
    return flow.nextPath;
  } catch (error) {
    if (error instanceof ProblemError) await noteRefusal(auth, request);
    throw error;
  }
}

/** Only of those who had left from here: a request that anybody can make up fills no audit. */
function noteRefusal(auth: Pool, request: FastifyRequest): Promise<void> {
  const nobody = { userId: undefined, requestId: request.id, ip: request.ip };
  return noteAudit(auth, nobody, { action: "sign_in_failed", kind: "app_user", after: { by: "provider" } });
}

async function identify(provider: OidcClient, url: string, flow: OidcFlow): Promise<ProviderIdentity> {
  try {
    return await provider.finish(url.split("?")[1] ?? "", flow);
  } catch (error) {
    // Only what kind of error: its details hold codes and tokens.
    throw new ProblemError("provider_refused", `The provider's answer does not hold: ${error}`);
  }
}
