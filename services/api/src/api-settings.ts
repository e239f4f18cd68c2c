import type { OidcSettings } from "./access/oidc-settings.ts";
import type { ApiConfig } from "./config.ts";
import { usualImportMaxBytes } from "./import-limit.ts";
import { type RateLimits, usualLimits } from "./rate-limits.ts";

/** What the environment says about how this platform is reached and signed in to. */
export interface ApiSettings {
  /** Where people reach the portal, without a slash at the end: links in mails and the provider's way back start with it. */
  readonly publicUrl: string;
  /** Cookies go over TLS only, whatever the request came by: a proxy in front ends it. */
  readonly cookieSecure: boolean;
  /** The agency's OpenID Connect provider; undefined: local accounts only. */
  readonly oidc: OidcSettings | undefined;
  readonly limits: RateLimits;
  /** Addresses of proxies whose word on where a request comes from is taken. */
  readonly trustedProxies: readonly string[];
  /** Of one file that people bring. */
  readonly importMaxBytes: number;
}

/** A platform on this machine alone. */
export const localSettings: ApiSettings = {
  publicUrl: "http://127.0.0.1:8420",
  cookieSecure: false,
  oidc: undefined,
  limits: usualLimits,
  trustedProxies: [],
  importMaxBytes: usualImportMaxBytes,
};

/** What routes need of the environment, in their words. */
export function settingsOf(config: ApiConfig): ApiSettings {
  const publicUrl = config.GTB_PUBLIC_URL;
  return {
    publicUrl,
    limits: {
      perUser: config.GTB_API_REQUESTS_PER_MINUTE,
      perToken: config.GTB_API_TOKEN_REQUESTS_PER_MINUTE,
      perAddress: config.GTB_API_ANONYMOUS_REQUESTS_PER_MINUTE,
      perAddressOnSecrets: config.GTB_API_SIGN_INS_PER_MINUTE,
    },
    importMaxBytes: config.GTB_IMPORT_MAX_BYTES,
    trustedProxies: config.GTB_API_TRUSTED_PROXIES,
    cookieSecure: config.GTB_COOKIE_SECURE ?? publicUrl.startsWith("https:"),
    oidc:
      config.GTB_OIDC_ISSUER === undefined
        ? undefined
        : {
            issuer: config.GTB_OIDC_ISSUER,
            clientId: config.GTB_OIDC_CLIENT_ID ?? "",
            clientSecret: config.GTB_OIDC_CLIENT_SECRET ?? "",
            name: config.GTB_OIDC_NAME,
            claim: config.GTB_OIDC_CLAIM,
            scope: config.GTB_OIDC_SCOPE,
            roles: config.GTB_OIDC_ROLES,
            trustsEmail: config.GTB_OIDC_TRUST_EMAIL,
          },
  };
}
