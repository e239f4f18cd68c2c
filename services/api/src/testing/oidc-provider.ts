import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { findFreePort } from "@gtb/infra/free-port";
import { Provider } from "oidc-provider";

/** What the provider says of somebody, by their subject. */
type Claims = Readonly<Record<string, unknown>>;

/** A real OpenID Connect provider on this machine, at which everybody signs in as `subject` without being asked. */
export interface ProviderUnderTest {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who there is; a test changes it as the agency would. */
  readonly people: Map<string, Claims>;
  /** Who sits in front of it now. */
  subject: string;
  stop(): Promise<void>;
}

interface ProviderOptions {
  /** Absent: a free one. */
  readonly port?: number;
  /** Userinfo comes as a signed JWT, as ProConnect's does. */
  readonly signsUserinfo?: boolean;
}

const scope = "openid email profile groups";

/** Starts a provider that knows one client, the platform at `publicUrl`. It insists on PKCE. */
export async function startProvider(publicUrl: string, options: ProviderOptions = {}): Promise<ProviderUnderTest> {
  const port = options.port ?? (await findFreePort());
  const client = { clientId: "gtb", clientSecret: randomBytes(16).toString("hex") };
  const under = { issuer: `http://127.0.0.1:${port}`, ...client, people: new Map<string, Claims>(), subject: "" };
  const provider = new Provider(under.issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [`${publicUrl}/api/v1/oidc/callback`],
        ...(options.signsUserinfo && { userinfo_signed_response_alg: "RS256" as const }),
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"], groups: ["groups"] },
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => ({ ...under.people.get(accountId), sub: accountId }),
    }),
    cookies: { keys: [randomBytes(16).toString("hex")] },
    features: { devInteractions: { enabled: false }, jwtUserinfo: { enabled: true } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    pkce: { required: () => true },
  });
  const answer = provider.callback();
  const server = createServer((request, response) => {
    if (request.url?.startsWith("/interaction/")) void signIn(provider, under.subject, request, response);
    else void answer(request, response);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return Object.assign(under, { stop });
}

/** What a person would do on the provider's pages: sign in and agree. */
async function signIn(
  provider: Provider,
  accountId: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  const grant = new provider.Grant({ accountId, clientId: String(params["client_id"]) });
  grant.addOIDCScope(scope);
  const grantId = await grant.save();
  await provider.interactionFinished(request, response, { login: { accountId }, consent: { grantId } });
}
