import { findFreePort } from "@gtb/infra/free-port";
import { expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { startProvider } from "../../testing/oidc-provider.ts";

const publicUrl = "http://127.0.0.1:8420";
const port = await findFreePort();
const client = { issuer: `http://127.0.0.1:${port}`, clientId: "gtb", clientSecret: "secret", name: "ProConnect" };
const oidc = { ...client, claim: "groups", scope: "openid email", roles: [], trustsEmail: false };
const { app } = await createApiUnderTest({ publicUrl, oidc });

test("while the provider is away people are told so; once it is there, the next one passes", async () => {
  const away = await app.inject("/api/v1/oidc/start");
  expect(away.statusCode).toBe(302);
  expect(away.headers["location"]).toBe("/connexion?probleme=busy");
  expect(away.headers["set-cookie"]).toBeUndefined();
  const provider = await startProvider(publicUrl, { port });
  try {
    const there = await app.inject("/api/v1/oidc/start");
    expect(String(there.headers["location"])).toMatch(new RegExp(`^${provider.issuer}/auth\\?`));
  } finally {
    await provider.stop();
  }
});
