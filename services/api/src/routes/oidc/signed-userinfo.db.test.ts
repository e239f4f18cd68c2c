import type { Me } from "@gtb/contracts/session";
import { findFreePort } from "@gtb/infra/free-port";
import { afterAll, expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { createRedirectFollower } from "../../testing/follow-redirects.ts";
import { startProvider } from "../../testing/oidc-provider.ts";

const port = await findFreePort();
const publicUrl = `http://127.0.0.1:${port}`;
const provider = await startProvider(publicUrl, { signsUserinfo: true });
afterAll(() => provider.stop());
const { issuer, clientId, clientSecret } = provider;
const role = { value: "g", organisation: { kind: "commune", code: "27229" }, role: "reader" } as const;
const oidc = { issuer, clientId, clientSecret, name: "ProConnect", claim: "groups", roles: [role], trustsEmail: true };
const api = await createApiUnderTest({ publicUrl, oidc: { ...oidc, scope: "openid email profile groups" } });

test("a provider whose userinfo is a signed JWT and that has no claim for verified addresses, as ProConnect", async () => {
  await api.pool.query("insert into organisation (kind, code, name) values ('commune', '27229', 'Évreux')");
  await api.app.listen({ host: "127.0.0.1", port });
  provider.people.set("p", { email: "camille@exemple.fr", name: "Camille", groups: ["g"] });
  provider.subject = "p";
  const browser = createRedirectFollower();
  await browser.follow(
    `${publicUrl}/api/v1/oidc/start`,
    ({ pathname }) => pathname === "/" || pathname === "/connexion",
  );
  const me = JSON.parse((await browser.visit(`${publicUrl}/api/v1/me`)).text) as Me;
  expect(me).toMatchObject({ email: "camille@exemple.fr", roles: [{ role: "reader", fromProvider: true }] });
});
