import { insertSignInFlow } from "@gtb/database/queries/insert-sign-in-flow";
import { z } from "zod";
import { flowMinutes, setFlowCookie } from "../../access/flow-cookie.ts";
import { OwnPath } from "../../access/own-path.ts";
import { digestOf, newSecret } from "../../access/secret-token.ts";
import { found, ProblemError } from "../../problem-error.ts";
import type { RegisterRoute } from "../../route.ts";
import { securityOf } from "../../route-schema.ts";
import { problemPage, redirectReplies } from "./oidc-redirect.ts";

const StartQuery = z.strictObject({ next: OwnPath.default("/").describe("The page of ours to come back to") });

/** Leaves for the agency's provider. A browser follows it: the one kind of route whose reply is no JSON. */
export const startOidcRoute: RegisterRoute = (app, { auth, settings, oidc, admit }) => {
  app.route({
    method: "GET",
    url: "/api/v1/oidc/start",
    schema: {
      summary: "Sign in at the agency's provider; a browser is sent there and comes back to `next`",
      tags: ["oidc"],
      ...securityOf("anyone"),
      querystring: StartQuery,
      response: redirectReplies,
    },
    preValidation: (request, reply) => admit(request, reply, { allow: "anyone" }),
    handler: async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const provider = found(oidc, "provider");
      const { next } = request.query as z.output<typeof StartQuery>;
      const begun = await provider.begin().catch((error: unknown) => {
        request.log.warn({ err: error }, "the provider of sign-in does not answer");
        return undefined;
      });
      if (begun === undefined) return reply.redirect(problemPage(new ProblemError("busy", "No answer.")));
      const secret = newSecret("");
      const flow = { ...begun.flow, cookieDigest: digestOf(secret), nextPath: next, validMinutes: flowMinutes };
      await insertSignInFlow(auth, flow);
      setFlowCookie(request, reply, secret, settings);
      return reply.redirect(begun.url);
    },
  });
};
