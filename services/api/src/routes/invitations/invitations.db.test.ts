import type { Problem } from "@gtb/contracts/problem";
import type { Invitation, InvitationList, InvitationPreview, User, UserList } from "@gtb/contracts/users";
import { expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { edit } from "../../testing/edit.ts";
import { createTwoCommunes } from "../../testing/two-communes.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest({ publicUrl: "https://energie.exemple.fr" });
const world = createWorld(api);
const [evreux, bernay] = await createTwoCommunes(api);
const site = await world.site(evreux.id);
const school = await world.building(site);
const townHall = await world.building(site, { name: "Mairie" });
const nobody = api.as(undefined);
const password = "vélo-tartine-42-nuage";

interface QueuedMail {
  readonly template: string;
  readonly to: string;
  readonly locale: string;
  readonly data: Readonly<Record<string, string>>;
}

async function invite(client: typeof evreux.as, given: object) {
  return client.post<Invitation & Problem>("/invitations", { organisation: evreux.id, role: "reader", ...given });
}

async function newestMail(to: string): Promise<QueuedMail> {
  const { rows } = await api.pool.query<{ payload: QueuedMail }>(
    "select payload from job where kind = 'send-mail' and payload ->> 'to' = $1 order by id desc limit 1",
    [to],
  );
  return rows[0]!.payload;
}

async function tokenFor(email: string): Promise<string> {
  return new URL((await newestMail(email)).data["link"]!).searchParams.get("jeton")!;
}

const accept = (token: string, given: object = {}) =>
  nobody.post<Problem>("/invitations/accept", { token, name: "Camille Petit", password, ...given });
const notValid = { status: 422, body: { code: "link_not_valid" } };

async function findUser(email: string): Promise<User | undefined> {
  return (await api.get<UserList>(`/users?search=${encodeURIComponent(email)}`)).body.items[0];
}

test("an invitation goes by mail, tells what it is for, and makes an account", async () => {
  const email = "camille@exemple.fr";
  const answer = await invite(evreux.as, { email: "Camille@Exemple.fr", role: "technician", buildings: [school] });
  expect(answer).toMatchObject({ status: 201, body: { email, role: "technician", state: "waiting" } });
  expect(answer.body).toMatchObject({ organisation: { name: "Évreux" }, buildings: [{ id: school }] });
  expect(Date.parse(answer.body.expiresAt) - Date.parse(answer.body.createdAt)).toBe(7 * 86_400_000);
  const mail = await newestMail(email);
  expect(mail).toMatchObject({ template: "invitation", to: email, locale: "fr" });
  expect(mail.data).toMatchObject({ organisation: "Évreux", role: "technician", invitedBy: evreux.admin.email });
  expect(mail.data["link"]).toMatch(/^https:\/\/energie\.exemple\.fr\/invitation\?jeton=[\w-]{43}$/);

  const token = await tokenFor(email);
  const preview = await nobody.post<InvitationPreview>("/invitations/preview", { token });
  expect(preview.body).toEqual({ email, organisation: "Évreux", role: "technician", hasAccount: false });
  expect(await accept(token)).toMatchObject({ status: 201, body: { done: true } });
  expect(await findUser(email)).toMatchObject({
    name: "Camille Petit",
    roles: [{ role: "technician", buildings: [{ id: school }], organisation: { id: evreux.id } }],
  });
  const { rows } = await api.pool.query<{ password_hash: string }>(
    "select password_hash from app_user where email = $1",
    [email],
  );
  expect(rows[0]?.password_hash).toMatch(/^\$argon2id\$/);
  expect(await accept(token)).toMatchObject(notValid);
  expect(await nobody.post("/invitations/preview", { token })).toMatchObject(notValid);
  const { body } = await evreux.as.get<InvitationList>("/invitations");
  expect(body.items).toMatchObject([{ id: answer.body.id, state: "accepted" }]);
});

test("of two who accept at once one does", async () => {
  await invite(evreux.as, { email: "deux@exemple.fr" });
  const token = await tokenFor("deux@exemple.fr");
  const statuses = (await Promise.all([accept(token), accept(token)])).map(({ status }) => status).sort();
  expect(statuses[0]).toBe(201);
  expect([409, 422]).toContain(statuses[1]);
});

test("a new account takes a name and a good password, and the link stays good until then", async () => {
  await invite(evreux.as, { email: "faible@exemple.fr" });
  const token = await tokenFor("faible@exemple.fr");
  const missing = await accept(token, { name: null, password: null });
  expect(missing.body.errors.map(({ path }) => path)).toEqual(["body.name", "body.password"]);
  expect(await accept(token, { password: "motdepasse123" })).toMatchObject({ body: { code: "weak_password" } });
  expect(await accept(token)).toMatchObject({ status: 201 });
});

test("an address that has an account elsewhere is invited like any other, and keeps its name and password", async () => {
  const known = await bernay.person("reader");
  const forKnown = await invite(evreux.as, { email: known.email });
  const forNew = await invite(evreux.as, { email: "inconnue@exemple.fr" });
  const plain = ({ body }: typeof forKnown) => ({ ...body, id: "", email: "", createdAt: "", expiresAt: "" });
  expect(plain(forKnown)).toEqual(plain(forNew));
  expect((await newestMail(known.email)).data["link"]).toHaveLength(
    (await newestMail("inconnue@exemple.fr")).data["link"]!.length,
  );
  const { body } = await evreux.as.get<UserList>("/users");
  expect(body.items.map(({ email }) => email)).not.toContain(known.email);

  const token = await tokenFor(known.email);
  const preview = await nobody.post<InvitationPreview>("/invitations/preview", { token });
  expect(preview.body.hasAccount).toBe(true);
  expect(await accept(token, { name: "Autre", password: null })).toMatchObject({ status: 201 });
  const user = await findUser(known.email);
  expect(user).toMatchObject({ id: known.uuid, name: known.email });
  expect(user?.roles.map(({ organisation }) => organisation.name)).toEqual(["Bernay", "Évreux"]);
});

test("a role that is held already becomes the wider of the two", async () => {
  const person = await evreux.person("technician", [school]);
  const rolesAfter = async (buildings: readonly string[] | null) => {
    await invite(evreux.as, { email: person.email, role: "technician", buildings });
    await accept(await tokenFor(person.email), { name: null, password: null });
    return (await findUser(person.email))?.roles.map((role) => role.buildings?.map(({ name }) => name) ?? null);
  };
  expect(await rolesAfter([townHall])).toEqual([["École Jean-Moulin", "Mairie"]]);
  expect(await rolesAfter(null)).toEqual([null]);
  expect(await rolesAfter([townHall])).toEqual([null]);
});

test("an invitation that was withdrawn, replaced or is over leads nowhere", async () => {
  const email = "tard@exemple.fr";
  const first = await invite(evreux.as, { email });
  const firstToken = await tokenFor(email);
  const second = await invite(evreux.as, { email });
  expect(await accept(firstToken)).toMatchObject(notValid);
  const secondToken = await tokenFor(email);
  const colleague = await evreux.person("organisation_admin");
  expect(await api.as(colleague.token).remove(`/invitations/${second.body.id}`)).toMatchObject({ status: 200 });
  expect(await accept(secondToken)).toMatchObject(notValid);
  expect(await evreux.as.remove(`/invitations/${first.body.id}`)).toMatchObject({ status: 404 });
  await invite(evreux.as, { email });
  await api.pool.query("update invitation set expires_at = now() where email = $1 and revoked_at is null", [email]);
  expect(await accept(await tokenFor(email))).toMatchObject(notValid);
  expect(await accept("x".repeat(43))).toMatchObject(notValid);
  expect(await findUser(email)).toBeUndefined();
});

test("an invitation is worth what its sender may still do", async () => {
  const sender = await evreux.person("organisation_admin");
  await invite(api.as(sender.token), { email: "complice@exemple.fr", role: "organisation_admin" });
  const token = await tokenFor("complice@exemple.fr");
  await edit(evreux.as, `/users/${sender.uuid}`, { disabled: true });
  expect(await nobody.post("/invitations/preview", { token })).toMatchObject(notValid);
  expect(await accept(token)).toMatchObject(notValid);
});

test("who is shut out does not come back by an invitation", async () => {
  const person = await evreux.person("reader");
  await edit(evreux.as, `/users/${person.uuid}`, { disabled: true });
  await invite(evreux.as, { email: person.email, role: "technician" });
  expect(await accept(await tokenFor(person.email))).toMatchObject(notValid);
});

test("nobody invites to more than they have, nor into an organisation that they do not see", async () => {
  const email = "ambitieux@exemple.fr";
  expect(await invite(evreux.as, { email, role: "agency_admin" })).toMatchObject({ status: 403 });
  const foreign = await invite(evreux.as, { email, organisation: bernay.id });
  const unknown = await invite(evreux.as, { email, organisation: crypto.randomUUID() });
  expect(foreign).toMatchObject({ status: 422, body: { code: "unknown_reference" } });
  expect({ ...foreign.body, requestId: "" }).toEqual({ ...unknown.body, requestId: "" });
  const manager = api.as((await evreux.person("building_manager")).token);
  expect(await invite(manager, { email })).toMatchObject({ status: 403 });
  const { rows } = await api.pool.query("select from job where payload ->> 'to' = $1", [email]);
  expect(rows).toEqual([]);
});

test("another organisation neither sees nor withdraws an invitation", async () => {
  const { body } = await invite(evreux.as, { email: "discret@exemple.fr" });
  const seen = await bernay.as.get<InvitationList>("/invitations");
  expect(seen.body.items).toEqual([]);
  expect((await bernay.as.get<InvitationList>(`/invitations?organisation=${evreux.id}`)).body.items).toEqual([]);
  expect(await bernay.as.remove(`/invitations/${body.id}`)).toMatchObject({ status: 404 });
  expect(await accept(await tokenFor("discret@exemple.fr"))).toMatchObject({ status: 201 });
});

test("invitations are listed the newest first, page after page", async () => {
  const ids: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const { body } = await evreux.as.get<InvitationList>(`/invitations?limit=3${cursor && `&cursor=${cursor}`}`);
    ids.push(...body.items.map(({ id }) => id));
    cursor = body.nextCursor as string | null;
  }
  const { rows } = await api.pool.query<{ uuid: string }>("select uuid from invitation order by id desc");
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(rows.map(({ uuid }) => uuid).sort());
});
