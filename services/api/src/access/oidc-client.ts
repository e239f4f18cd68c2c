import * as openid from "openid-client";
import type { OidcSettings } from "./oidc-settings.ts";
import { type ProviderIdentity, toProviderIdentity } from "./provider-identity.ts";

/** What must be known again when somebody comes back from the provider. */
export interface OidcFlow {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

const waitSeconds = 10;

/** The agency's OpenID Connect provider: authorization code with PKCE, state and nonce. Discovered on first use. */
export class OidcClient {
  readonly settings: OidcSettings;
  readonly #redirectUri: string;
  #configuration: Promise<openid.Configuration> | undefined;

  constructor(settings: OidcSettings, publicUrl: string) {
    this.settings = settings;
    this.#redirectUri = `${publicUrl}/api/v1/oidc/callback`;
  }

  /** Where to send somebody, and what to remember of it. Rejects while the provider does not answer. */
  async begin(): Promise<{ readonly url: string; readonly flow: OidcFlow }> {
    const flow = {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      codeVerifier: openid.randomPKCECodeVerifier(),
    };
    const url = openid.buildAuthorizationUrl(await this.#discovered(), {
      redirect_uri: this.#redirectUri,
      scope: this.settings.scope,
      code_challenge: await openid.calculatePKCECodeChallenge(flow.codeVerifier),
      code_challenge_method: "S256",
      state: flow.state,
      nonce: flow.nonce,
    });
    return { url: url.href, flow };
  }

  /**
   * Who came back with this query. Rejects when the provider refused, when state or nonce are not the flow's, or when
   * the provider's signature or its answer are not right.
   */
  async finish(query: string, { state, nonce, codeVerifier }: OidcFlow): Promise<ProviderIdentity> {
    const configuration = await this.#discovered();
    const tokens = await openid.authorizationCodeGrant(configuration, new URL(`${this.#redirectUri}?${query}`), {
      pkceCodeVerifier: codeVerifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new Error("the provider sent no ID token");
    const { issuer, userinfo_endpoint: endpoint } = configuration.serverMetadata();
    const more =
      endpoint === undefined ? {} : await openid.fetchUserInfo(configuration, tokens.access_token, claims.sub);
    return toProviderIdentity({ ...claims, ...more, iss: issuer, sub: claims.sub }, this.settings);
  }

  /** Asked once; again after it failed. */
  #discovered(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const server = new URL(issuer);
    // Without TLS anybody on the way could sign in as anybody: only for a provider on this machine, as in tests.
    const onThisMachine = server.protocol === "http:" && ["127.0.0.1", "[::1]", "localhost"].includes(server.hostname);
    this.#configuration ??= openid
      .discovery(server, clientId, clientSecret, undefined, {
        timeout: waitSeconds,
        execute: onThisMachine ? [openid.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        this.#configuration = undefined;
        throw error;
      });
    return this.#configuration;
  }
}
