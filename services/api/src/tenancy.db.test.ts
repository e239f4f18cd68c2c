import { randomUUID } from "node:crypto";
import { digestRows, idsOf } from "@gtb/database/testing/organisation-rows";
import { type Action, permissions } from "@gtb/domain/access/permission";
import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { comparable } from "./testing/comparable-answer.ts";
import { type Pools, type Request, requestsOf } from "./testing/foreign-requests.ts";
import { type DocumentedRoute, documentOf, routesOf } from "./testing/openapi-routes.ts";
import { type Actor, createTwinWorlds } from "./testing/twin-worlds.ts";

/** Runs of each route with random requests, beside one by each actor. */
const runs = 25;

const { app, without, pool, ours, ourIds, other, actors, otherToken, renewSessions } = await createTwinWorlds();
const document = await documentOf(app);
const routes = routesOf(document);
const { schemas } = document.components;
const otherIds = await idsOf(pool, other.id);
const known = new Set([...ourIds.values(), ...otherIds.values()].flat());
const otherRows = await digestRows(pool, other.id);

const foreign: Pools = {
  ids: otherIds,
  devEuis: other.devEuis,
  cursors: await cursorsOf(otherToken),
  texts: [other.mark],
  emails: [`${other.mark.toLowerCase()}1@exemple.fr`],
};
const random: Pools = { ...foreign, ids: new Map([...otherIds].map(([kind]) => [kind, [randomUUID(), randomUUID()]])) };
const mixed: Pools = {
  ids: new Map([...otherIds].map(([kind, ids]) => [kind, [...ids, ...(ourIds.get(kind) ?? []), randomUUID()]])),
  devEuis: [...other.devEuis, ...ours.devEuis, "00000000000000aa"],
  cursors: foreign.cursors,
  texts: [other.mark, ours.mark, "Zq"],
  emails: [...foreign.emails, "nouveau@exemple.fr"],
};

const own: Pools = { ...mixed, ids: ourIds, devEuis: [...ours.devEuis, "00000000000000aa"] };

/** The agency knows every organisation by name, and its id from there: only what is in it is none of its business. */
const withoutNames = (pools: Pools): Pools => ({
  ...pools,
  ids: new Map([...pools.ids, ["organisation", random.ids.get("organisation") ?? []]]),
});

/** What of lists the other organisation would pass on as `cursor`. */
async function cursorsOf(token: string): Promise<string[]> {
  const lists = routes.filter(
    ({ method, pathParameters, queryParameters }) =>
      method === "GET" && pathParameters.length === 0 && queryParameters.some(({ name }) => name === "cursor"),
  );
  const answers = await Promise.all(
    lists.map(({ path }) => app.inject({ url: `${path}?limit=1`, headers: { authorization: `Bearer ${token}` } })),
  );
  return answers.flatMap((answer) => answer.json<{ nextCursor?: string | null }>().nextCursor ?? []);
}

/** The agency's administrators see whose users, names and jobs there are, everywhere: of what is nobody's data. */
function reachesEverywhere(actor: Actor, { permission, path }: DocumentedRoute): boolean {
  if (!actor.agency) return false;
  const byRole = permissions[actor.name as keyof typeof permissions];
  const everywhere = byRole?.[permission as Action] === "platform" && permission !== "network:read";
  return everywhere || /^\/api\/v1\/(users|organisations|roles|invitations|organisation-links|jobs|audit)/.test(path);
}

/** Who is above the other one by a link knows of the link, agreed or not. */
const knowsOfLink = (actor: Actor, { path }: DocumentedRoute) => actor.name.includes("group") && path.includes("links");

async function ask(world: FastifyInstance, actor: Actor, { method, url, body }: Request) {
  const headers: Record<string, string> = { ...actor.headers };
  if (method === "PATCH") {
    const seen = await world.inject({ url, headers });
    headers["if-match"] = String(seen.headers["etag"] ?? '"a.b"');
  }
  return world.inject({ method, url, headers, ...(body !== undefined && { payload: body as object }) });
}

/** The property: no difference between a world with the other organisation and one without it. */
async function expectNoTrace(actor: Actor, request: Request): Promise<number> {
  const context = `${actor.name}: ${request.method} ${request.url} ${JSON.stringify(request.body ?? "")}`;
  const answer = await ask(app, actor, request);
  const expected = await ask(without, actor, request);
  expect(answer.statusCode, `${context}\n${answer.body}\n${expected.body}`).toBe(expected.statusCode);
  expect(answer.statusCode, `${context}\n${answer.body}`).toBeLessThan(500);
  expect(comparable(answer, known), context).toEqual(comparable(expected, known));
  const said = JSON.stringify(request);
  const secrets = [other.mark, "4242.42", ...other.devEuis, ...[...otherIds.values()].flat()];
  const leaked = secrets.filter((value) => answer.body.includes(value) && !said.includes(value));
  expect(leaked, context).toEqual([]);
  return answer.statusCode;
}

const sample = (route: DocumentedRoute, pools: Pools, seed: number): Request =>
  fc.sample(requestsOf(route, pools, schemas), { numRuns: 1, seed })[0] as Request;

test("the other organisation has something of every kind", () => {
  const empty = Object.entries(otherRows).flatMap(([table, digest]) => (digest === null ? [table] : []));
  expect(empty, "@gtb/database/testing/full-organisation puts nothing into these tables").toEqual(["grafana_login"]);
  expect(foreign.cursors.length).toBeGreaterThan(1);
});

// Reads first: then both worlds are still the same to the byte.
const inOrder = routes.toSorted((one, two) => Number(one.method !== "GET") - Number(two.method !== "GET"));

describe.each(inOrder.map((route) => [route.name, route] as const))("%s", (_name, route) => {
  const allowed = actors.filter((actor) => !reachesEverywhere(actor, route) && !knowsOfLink(actor, route));
  // A stream that is let in does not end: it is asked for what the caller must not see.
  const pools = route.streams ? [foreign, random] : [foreign, random, mixed, own];

  test("by everybody, with what is the other's, what is nobody's, and both with one's own", async () => {
    let pastTheDoor = 0;
    for (const [index, actor] of allowed.entries())
      for (const pool of pools) {
        const status = await expectNoTrace(actor, sample(route, actor.agency ? withoutNames(pool) : pool, index));
        if (status !== 400 && (status !== 401 || actor.name !== "nobody")) pastTheDoor += 1;
      }
    expect(pastTheDoor, `no request of ${route.name} fits its schema: see testing/foreign-requests.ts`).toBeGreaterThan(
      0,
    );
  });

  test("by random requests", async () => {
    const requestsOut = (of: readonly Pools[]) => fc.oneof(...of.map((pool) => requestsOf(route, pool, schemas)));
    const asked = fc.oneof(
      ...allowed.map((actor) =>
        requestsOut(actor.agency ? pools.map(withoutNames) : pools).map((request) => ({ actor, request })),
      ),
    );
    await fc.assert(
      fc.asyncProperty(asked, async ({ actor, request }) => {
        await expectNoTrace(actor, request);
      }),
      { numRuns: runs, endOnFailure: true },
    );
  });

  beforeEach(renewSessions);
  afterEach(async () => {
    if (route.method !== "GET") expect(await digestRows(pool, other.id)).toEqual(otherRows);
  });
});
