import { readConfig } from "@gtb/service-kit/config";
import { expect, test } from "vitest";
import { settingsOf } from "./api-settings.ts";
import { configSchema } from "./config.ts";

const least = {
  GTB_DATABASE_URL: "postgresql://api@127.0.0.1/gtb",
  GTB_AUTH_DATABASE_URL: "postgresql://auth@127.0.0.1/gtb",
};
const settings = (environment: Readonly<Record<string, string>> = {}) =>
  settingsOf(readConfig(configSchema, { ...least, ...environment }));
const provider = {
  GTB_OIDC_ISSUER: "https://pro.example",
  GTB_OIDC_CLIENT_ID: "gtb",
  GTB_OIDC_CLIENT_SECRET: "not to be told",
};
const mapped = (organisation: object, role: string) =>
  settings({ ...provider, GTB_OIDC_ROLES: JSON.stringify([{ value: "g", organisation, role }]) }).oidc?.roles;

test("without a word: this machine alone, no provider", () => {
  expect(settings()).toMatchObject({ publicUrl: "http://127.0.0.1:8420", cookieSecure: false, oidc: undefined });
});

test("an address with TLS makes cookies secure; a path or a slash at its end is no part of it", () => {
  expect(settings({ GTB_PUBLIC_URL: "https://gtb.exemple.fr/" })).toMatchObject({
    publicUrl: "https://gtb.exemple.fr",
    cookieSecure: true,
  });
  expect(settings({ GTB_COOKIE_SECURE: "true" }).cookieSecure).toBe(true);
});

test("a provider takes its client's id and secret; what is wrong is named without them", () => {
  expect(settings(provider).oidc).toMatchObject({ name: "ProConnect", claim: "groups", roles: [], trustsEmail: false });
  const { GTB_OIDC_CLIENT_SECRET: _, ...withoutSecret } = provider;
  expect(() => settings(withoutSecret)).toThrow("GTB_OIDC_CLIENT_SECRET");
  expect(() => settings({ ...provider, GTB_OIDC_ROLES: "{" })).toThrow(/GTB_OIDC_ROLES: must be JSON$/m);
});

test("roles are mapped as the table of roles has them; the agency's are given in the agency only", () => {
  const evreux = { kind: "commune", code: "27229" };
  expect(mapped(evreux, "building_manager")).toEqual([{ value: "g", organisation: evreux, role: "building_manager" }]);
  expect(() => mapped(evreux, "king")).toThrow("GTB_OIDC_ROLES");
  expect(() => mapped(evreux, "agency_admin")).toThrow("given in the agency only");
  expect(mapped({ kind: "agency", code: "a" }, "agency_admin")).toHaveLength(1);
});
