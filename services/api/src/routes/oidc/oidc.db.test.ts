import type { AuditList } from "@gtb/contracts/audit";
import type { Me, SignInWays } from "@gtb/contracts/session";
import { findFreePort } from "@gtb/infra/free-port";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { RoleMapping } from "../../access/oidc-settings.ts";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { createRedirectFollower, type RedirectFollower } from "../../testing/follow-redirects.ts";
import { createLocalAccount, createTestCommune } from "../../testing/local-account.ts";
import { startProvider } from "../../testing/oidc-provider.ts";

const port = await findFreePort();
const publicUrl = `http://127.0.0.1:${port}`;
const provider = await startProvider(publicUrl);
afterAll(() => provider.stop());

const evreux = { kind: "commune", code: "27229" } as const;
const roles: RoleMapping[] = [
  { value: "evreux-batiments", organisation: evreux, role: "building_manager" },
  { value: "evreux-chefs", organisation: evreux, role: "organisation_admin" },
  { value: "agence", organisation: { kind: "agency", code: "agence-test" }, role: "smo_engineer" },
  { value: "ailleurs", organisation: { kind: "commune", code: "99999" }, role: "reader" },
];
const { issuer, clientId, clientSecret } = provider;
const oidc = {
  ...{ issuer, clientId, clientSecret, name: "ProConnect", claim: "groups", scope: "openid email profile groups" },
  ...{ roles, trustsEmail: false },
};
const api = await createApiUnderTest({ publicUrl, oidc });

beforeAll(async () => {
  await api.pool.query("insert into organisation (kind, code, name) values ('commune', '27229', 'Évreux')");
  await api.app.listen({ host: "127.0.0.1", port });
});

let people = 0;

/** Somebody whom the provider knows, and who sits in front of it now. */
function arrive(claims: Readonly<Record<string, unknown>> = {}): { subject: string; email: string } {
  people += 1;
  const subject = `subject-${people}`;
  const email = `personne-${people}@exemple.fr`;
  provider.people.set(subject, { email, email_verified: true, name: `Personne ${people}`, groups: [], ...claims });
  provider.subject = subject;
  return { subject, email };
}

const start = (next = "/") => `${publicUrl}/api/v1/oidc/start?next=${encodeURIComponent(next)}`;
const isOurPage = ({ origin, pathname }: URL) => origin === publicUrl && !pathname.startsWith("/api/");
const isCallback = ({ pathname }: URL) => pathname === "/api/v1/oidc/callback";
const refusedPage = `${publicUrl}/connexion?probleme=provider_refused`;

/** Through the provider and back; the page that one ends on, and who one is there. */
async function signIn(follower: RedirectFollower = createRedirectFollower()) {
  const page = await follower.follow(start("/buildings"), isOurPage);
  const { status, text } = await follower.visit(`${publicUrl}/api/v1/me`);
  return { page, me: status === 200 ? (JSON.parse(text) as Me) : undefined, follower };
}

const heldRoles = (me: Me | undefined) => me?.roles.map(({ role, fromProvider }) => ({ role, fromProvider }));

beforeEach(() => {
  provider.subject = "";
});

test("the sign-in page learns the provider's name", async () => {
  expect((await api.get<SignInWays>("/sign-in/ways")).body).toEqual({ password: true, provider: "ProConnect" });
});

test("through the provider into a session, back to the page one came from, with the mapped roles", async () => {
  const { email } = arrive({ groups: ["evreux-batiments", "ailleurs", "unknown"] });
  const { page, me, follower } = await signIn();
  expect(page).toBe(`${publicUrl}/buildings`);
  expect(me).toMatchObject({ email, hasPassword: false, organisations: [{ name: "Évreux" }] });
  expect(me?.name).toMatch(/^Personne \d+$/);
  expect(heldRoles(me)).toEqual([{ role: "building_manager", fromProvider: true }]);
  expect([...(follower.cookies.get(publicUrl) ?? [])].map(([name]) => name)).toEqual(["gtb_session"]);
});

test("the same person is the same account each time, by the provider's subject, whatever their address", async () => {
  const { subject } = arrive();
  const first = await signIn();
  provider.people.set(subject, { email: "nouvelle@exemple.fr", email_verified: true, groups: ["agence"] });
  provider.subject = subject;
  const second = await signIn();
  expect(second.me?.id).toBe(first.me?.id);
  expect(heldRoles(second.me)).toEqual([{ role: "smo_engineer", fromProvider: true }]);
});

test("a group that is gone takes its role with it, at the next sign-in; a role given by people stays", async () => {
  const { subject, email } = arrive({ groups: ["evreux-batiments", "evreux-chefs"] });
  expect(heldRoles((await signIn()).me)?.map(({ role }) => role)).toEqual(["building_manager", "organisation_admin"]);
  await api.pool.query(
    `insert into user_role (user_id, organisation_id, role)
     select u.id, o.id, 'technician' from app_user u, organisation o where u.email = $1 and o.code = '27229'`,
    [email],
  );
  provider.people.set(subject, { email, email_verified: true, groups: ["evreux-chefs"] });
  provider.subject = subject;
  const { me } = await signIn();
  expect(heldRoles(me)).toEqual([
    { role: "organisation_admin", fromProvider: true },
    { role: "technician", fromProvider: false },
  ]);
  provider.people.set(subject, { email, email_verified: true });
  provider.subject = subject;
  expect(heldRoles((await signIn()).me)).toEqual([{ role: "technician", fromProvider: false }]);
});

test("a verified address finds the account that is there; one that is not verified finds and makes none", async () => {
  const { email, userId } = await createLocalAccount(api.pool, "reader", await createTestCommune(api.pool));
  arrive({ email, email_verified: false });
  expect(await signIn()).toMatchObject({ page: refusedPage, me: undefined });
  arrive({ email: "inconnue@exemple.fr", email_verified: undefined });
  expect((await signIn()).page).toBe(refusedPage);
  const made = await api.pool.query("select from app_user where email = 'inconnue@exemple.fr'");
  expect(made.rowCount).toBe(0);
  const { subject } = arrive({ email: email.toUpperCase() });
  expect((await signIn()).me).toMatchObject({ email, hasPassword: true });
  const linked = await api.pool.query("select issuer, subject from user_identity where user_id = $1", [userId]);
  expect(linked.rows).toEqual([{ issuer, subject }]);
});

test("a disabled account does not come in by the provider either", async () => {
  const { email } = arrive();
  await signIn();
  await api.pool.query("update app_user set disabled_at = now() where email = $1", [email]);
  expect(await signIn()).toMatchObject({ page: refusedPage, me: undefined });
});

test("who came in by the provider stands in the audit, with the roles it gave, and who was refused", async () => {
  const { email } = arrive({ groups: ["evreux-batiments"] });
  await signIn();
  arrive({ email: "inconnue@exemple.fr", email_verified: false });
  await signIn();
  const { items } = (await api.get<AuditList>("/audit?limit=10")).body;
  expect(items[0]).toMatchObject({ action: "sign_in_failed", object: { id: null }, after: { by: "provider" } });
  const { id } = (await api.pool.query("select uuid as id from app_user where email = $1", [email])).rows[0];
  const theirs = items.filter(({ actor }) => actor.id === id);
  expect(theirs.find(({ action }) => action === "signed_in")).toMatchObject({ ip: "127.0.0.1" });
  expect(theirs.find(({ object }) => object.kind === "user_role")).toMatchObject({
    action: "created",
    via: "provider",
  });
});

/** Goes as far as the address by which the provider sends back. */
async function untilCallback() {
  arrive();
  const follower = createRedirectFollower();
  return { follower, callback: new URL(await follower.follow(start(), isCallback)) };
}

async function isRefused(follower: RedirectFollower, callback: URL): Promise<boolean> {
  const { status, location } = await follower.visit(callback.href);
  const { status: me } = await follower.visit(`${publicUrl}/api/v1/me`);
  return status === 302 && location === refusedPage && me === 401;
}

test("another state, another nonce, another verifier: refused", async () => {
  const wrongState = await untilCallback();
  wrongState.callback.searchParams.set("state", "another");
  expect(await isRefused(wrongState.follower, wrongState.callback)).toBe(true);
  for (const column of ["nonce", "code_verifier"]) {
    const { follower, callback } = await untilCallback();
    await api.pool.query(`update sign_in_flow set ${column} = repeat('x', 43)`);
    expect(await isRefused(follower, callback)).toBe(true);
  }
});

test("a link that somebody else has begun lets nobody in, and each works once", async () => {
  const { follower, callback } = await untilCallback();
  expect(await isRefused(createRedirectFollower(), callback)).toBe(true);
  const victim = await untilCallback();
  const injected = new URL(callback);
  injected.searchParams.set("state", victim.callback.searchParams.get("state") ?? "");
  expect(await isRefused(victim.follower, injected)).toBe(true);
  expect((await follower.visit(callback.href)).location).toBe(`${publicUrl}/`);
  expect((await follower.visit(callback.href)).location).toBe(refusedPage);
});

test("who takes more than ten minutes begins again", async () => {
  const { follower, callback } = await untilCallback();
  await api.pool.query("update sign_in_flow set expires_at = now()");
  expect(await isRefused(follower, callback)).toBe(true);
});

test("what the provider refuses is refused here, on a page that a person can read", async () => {
  const { follower, callback } = await untilCallback();
  const refused = new URL(callback.pathname, publicUrl);
  refused.searchParams.set("error", "access_denied");
  refused.searchParams.set("state", callback.searchParams.get("state") ?? "");
  refused.searchParams.set("iss", issuer);
  expect(await isRefused(follower, refused)).toBe(true);
});

test("nobody is sent on to another site", async () => {
  for (const next of ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""]) {
    const { status, location } = await createRedirectFollower().visit(start(next));
    expect({ next, status, location }).toEqual({ next, status: 400, location: undefined });
  }
});

test("the way out carries state, nonce and a challenge; its cookie is for coming back only", async () => {
  const answer = await api.app.inject("/api/v1/oidc/start?next=/devices");
  const url = new URL(String(answer.headers["location"]));
  expect(url.origin).toBe(issuer);
  const sent = Object.fromEntries(url.searchParams);
  expect(sent).toMatchObject({ response_type: "code", code_challenge_method: "S256", client_id: clientId });
  for (const name of ["state", "nonce", "code_challenge"]) expect(sent[name]).toMatch(/^[\w-]{43}$/);
  const cookie = String(answer.headers["set-cookie"]);
  for (const flag of ["HttpOnly", "SameSite=Lax", "Path=/api/v1/oidc", "Max-Age=600"]) expect(cookie).toContain(flag);
  expect(answer.headers["cache-control"]).toBe("no-store");
});
