import { expect, test } from "vitest";
import { sessionCookie } from "../../access/session-cookie.ts";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { createLocalAccount, signedInBrowser } from "../../testing/local-account.ts";
import { createTwoCommunes } from "../../testing/two-communes.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);
const [commune, other] = await createTwoCommunes(api);
const building = await world.building(await world.site(commune.id));
const address = await api.app.listen({ host: "127.0.0.1", port: 0 });

const listen = (headers: Record<string, string>) =>
  fetch(`${address}/api/v1/live?building=${building}`, { headers, signal: AbortSignal.timeout(5_000) });

test("a stream ends with the session by which it came, and with no other", async () => {
  const { email } = await createLocalAccount(api.pool, "reader", commune.innerId);
  const browsers = await Promise.all([signedInBrowser(api, email), signedInBrowser(api, email)]);
  const [gone, stays] = await Promise.all(
    browsers.map(({ cookies }) => listen({ cookie: `${sessionCookie}=${cookies.get(sessionCookie)}` })),
  );
  expect([gone?.status, stays?.status]).toEqual([200, 200]);
  expect(await browsers[0]?.send("POST", "/sign-out", {})).toMatchObject({ status: 201 });
  // Ends: else the time limit breaks it off, which rejects.
  expect(await gone?.text()).toContain("retry:");
  const reader = stays!.body!.getReader();
  await reader.read();
  const nothingMore = new Promise((resolve) => setTimeout(resolve, 300, "open"));
  expect(await Promise.race([reader.read(), nothingMore])).toBe("open");
  await reader.cancel();
});

test("a stream ends when its token is withdrawn or over, or its user shut out", async () => {
  for (const end of [
    "update api_token set revoked_at = now() where user_id = $1",
    "update api_token set expires_at = now() where user_id = $1",
    "update app_user set disabled_at = now() where id = $1",
  ]) {
    const { token, userId } = await commune.person("reader");
    const stream = await listen({ authorization: `Bearer ${token}` });
    expect(stream.status).toBe(200);
    await api.pool.query(end, [userId]);
    expect(await stream.text(), end).toContain("retry:");
  }
});

test("one user takes twenty streams, and leaves others theirs", async () => {
  const headers = { authorization: `Bearer ${commune.admin.token}` };
  const streams = await Promise.all(Array.from({ length: 20 }, () => listen(headers)));
  expect(new Set(streams.map(({ status }) => status))).toEqual(new Set([200]));
  const further = await listen(headers);
  expect([further.status, await further.json()]).toMatchObject([503, { code: "too_many_listeners" }]);
  const { token } = await commune.person("reader");
  const others = await listen({ authorization: `Bearer ${token}` });
  expect(others.status).toBe(200);
  expect((await listen({ authorization: `Bearer ${other.admin.token}` })).status).toBe(404);
  await Promise.all([...streams, others].map(({ body }) => body?.cancel()));
});
