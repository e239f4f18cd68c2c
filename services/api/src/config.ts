import { databaseUrl, host, logLevel, port } from "@gtb/service-kit/config";
import { z } from "zod";
import { RoleMappingText } from "./access/oidc-settings.ts";
import { usualImportMaxBytes } from "./import-limit.ts";
import { usualLimits } from "./rate-limits.ts";

const perMinute = z.coerce.number().int().min(1).max(1_000_000);
const webUrl = z.url({ protocol: /^https?$/ });

export const configSchema = z
  .object({
    /** As a member of gtb_api. */
    GTB_DATABASE_URL: databaseUrl,
    /** As a member of gtb_auth. */
    GTB_AUTH_DATABASE_URL: databaseUrl,
    GTB_API_HOST: host,
    GTB_API_PORT: port.default(8420),
    GTB_LOG_LEVEL: logLevel,
    /** Folder of the built web pages; absent: the API alone. */
    GTB_WEB_DIST: z.string().min(1).optional(),
    /** Files in PEM, both or none: HTTPS without a proxy. */
    GTB_TLS_CERT: z.string().min(1).optional(),
    GTB_TLS_KEY: z.string().min(1).optional(),
    /** `production`: whoever was made for the demonstrator is shut out. */
    NODE_ENV: z.string().optional(),
    GTB_API_CONNECTIONS: z.coerce.number().int().min(2).max(100).default(10),
    /** Of one file of readings that people bring. */
    GTB_IMPORT_MAX_BYTES: z.coerce
      .number()
      .int()
      .min(1024)
      .max(4 * 1024 ** 3)
      .default(usualImportMaxBytes),
    /** Of one user, by whichever sessions and tokens. */
    GTB_API_REQUESTS_PER_MINUTE: perMinute.default(usualLimits.perUser),
    GTB_API_TOKEN_REQUESTS_PER_MINUTE: perMinute.default(usualLimits.perToken),
    /** Of one address, by those who are not signed in. */
    GTB_API_ANONYMOUS_REQUESTS_PER_MINUTE: perMinute.default(usualLimits.perAddress),
    /** Of one address: sign-in, resets, invitations. */
    GTB_API_SIGN_INS_PER_MINUTE: perMinute.default(usualLimits.perAddressOnSecrets),
    /** Addresses or networks of the proxies in front, with commas between: their x-forwarded-for is believed. */
    GTB_API_TRUSTED_PROXIES: z
      .string()
      .default("")
      .transform((text) => text.split(",").flatMap((address) => address.trim() || [])),
    /** Where people reach the portal: an origin, no path. */
    GTB_PUBLIC_URL: webUrl.default("http://127.0.0.1:8420").transform((url) => new URL(url).origin),
    /** Cookies over TLS only; absent: as GTB_PUBLIC_URL says. */
    GTB_COOKIE_SECURE: z.stringbool().optional(),
    /** The agency's OpenID Connect provider; absent: local accounts only. */
    GTB_OIDC_ISSUER: webUrl.optional(),
    GTB_OIDC_CLIENT_ID: z.string().min(1).optional(),
    GTB_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
    GTB_OIDC_NAME: z.string().min(1).max(100).default("ProConnect"),
    /** The claim that says who is in which group, or of which SIRET. */
    GTB_OIDC_CLAIM: z.string().min(1).default("groups"),
    GTB_OIDC_SCOPE: z
      .string()
      .regex(/(^| )openid( |$)/, "must hold openid")
      .default("openid email profile"),
    /** [{"value":"<group or SIRET>","organisation":{"kind":"commune","code":"27229"},"role":"building_manager"}] */
    GTB_OIDC_ROLES: RoleMappingText.default([]),
    /** Every address of the provider counts as verified, as ProConnect's, which has no claim for it. */
    GTB_OIDC_TRUST_EMAIL: z.stringbool().default(false),
  })
  .refine(({ GTB_TLS_CERT, GTB_TLS_KEY }) => (GTB_TLS_CERT === undefined) === (GTB_TLS_KEY === undefined), {
    error: "GTB_TLS_CERT and GTB_TLS_KEY go together",
    path: ["GTB_TLS_KEY"],
  })
  .refine(
    (config) =>
      config.GTB_OIDC_ISSUER === undefined ||
      (config.GTB_OIDC_CLIENT_ID !== undefined && config.GTB_OIDC_CLIENT_SECRET !== undefined),
    { error: "GTB_OIDC_ISSUER needs GTB_OIDC_CLIENT_ID and GTB_OIDC_CLIENT_SECRET", path: ["GTB_OIDC_ISSUER"] },
  );
export type ApiConfig = z.output<typeof configSchema>;
