import { fillOrganisation } from "@gtb/database/testing/full-organisation";
import { idsOf } from "@gtb/database/testing/organisation-rows";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createApiUnderTest } from "./testing/api-under-test.ts";
import { type Pools, type Request, requestsOf } from "./testing/foreign-requests.ts";
import { mutated } from "./testing/mutated-requests.ts";
import { documentOf, routesOf } from "./testing/openapi-routes.ts";
import { createTestUser } from "./testing/test-users.ts";

const runs = 60;

const api = await createApiUnderTest();
const ours = await fillOrganisation(api.pool, { mark: "Zqours", code: "27901", value: 1111.11 });
const document = await documentOf(api.app);
const pools: Pools = {
  ids: await idsOf(api.pool, ours.id),
  devEuis: [...ours.devEuis, "00000000000000aa"],
  cursors: ["W10", "WyJhIiwiYiJd", "bm90aGluZw"],
  texts: ["Zq", "%", "_", "\\"],
  emails: ["nouveau@exemple.fr", "zqours1@exemple.fr"],
};
const callers = [api.token, (await createTestUser(api.pool, "organisation_admin", ours.id)).token];

async function expectNoFault(token: string, { method, url, body }: Request): Promise<void> {
  const headers: Record<string, string> = { authorization: `Bearer ${token}` };
  if (method === "PATCH")
    headers["if-match"] = String((await api.app.inject({ url, headers })).headers["etag"] ?? '"a.b"');
  const answer = await api.app.inject({
    method,
    url,
    headers: { ...headers, ...(body !== undefined && { "content-type": "application/json" }) },
    ...(body !== undefined && { payload: JSON.stringify(body) }),
  });
  expect(answer.statusCode, `${method} ${url} ${JSON.stringify(body)}\n${answer.body}`).toBeLessThan(500);
  if (answer.statusCode >= 400) expect(answer.headers["content-type"]).toContain("application/problem+json");
}

// A stream that is let in does not end.
test.each(routesOf(document).filter(({ streams }) => !streams))("$name: no request makes it fail", async (route) => {
  const right = requestsOf(route, pools, document.components.schemas);
  const asked = fc.oneof({ arbitrary: right, weight: 1 }, { arbitrary: right.chain(mutated), weight: 3 });
  await fc.assert(fc.asyncProperty(fc.constantFrom(...callers), asked, expectNoFault), {
    numRuns: runs,
    endOnFailure: true,
  });
});
