import type { Problem } from "@gtb/contracts/problem";
import { expect, test } from "vitest";
import { createApiUnderTest } from "./testing/api-under-test.ts";
import { createTestUser, ensureAgency } from "./testing/test-users.ts";

const limits = { perUser: 12, perToken: 8, perAddress: 6, perAddressOnSecrets: 3 };
const api = await createApiUnderTest({ limits });
const agency = await ensureAgency(api.pool);
const url = "/device-types";

/** Statuses of so many requests, one after the other. */
async function ask(count: number, get: () => Promise<{ status: number }>): Promise<number[]> {
  const statuses: number[] = [];
  for (let asked = 0; asked < count; asked += 1) statuses.push((await get()).status);
  return statuses;
}

test("a token has its own limit, told in headers and as a problem", async () => {
  const { token } = await createTestUser(api.pool, "reader", agency);
  const client = api.as(token);
  const first = await client.get(url);
  expect(first.headers).toMatchObject({ "ratelimit-limit": "8", "ratelimit-remaining": "7" });
  expect(await ask(8, () => client.get(url))).toEqual([...Array.from({ length: 7 }, () => 200), 429]);
  const refused = await client.get<Problem>(url);
  expect(refused.body).toMatchObject({ code: "too_many_requests", status: 429 });
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  expect(refused.headers["ratelimit-remaining"]).toBe("0");
  expect((await api.get(url)).status).toBe(200);
});

test("a user has a limit over all of their tokens", async () => {
  const { token, userId } = await createTestUser(api.pool, "reader", agency);
  const second = `${token}2`;
  await api.pool.query(
    `insert into api_token (user_id, name, token_digest, hint, scopes, expires_at)
     values ($1, 'second', sha256($2::bytea), 'gtb_', '{data:read}', now() + interval '1 day')`,
    [userId, second],
  );
  expect(await ask(7, () => api.as(token).get(url))).not.toContain(429);
  expect(await ask(6, () => api.as(second).get(url))).toEqual([200, 200, 200, 200, 200, 429]);
});

test("who is not signed in, or shows a token that is none, counts by address; health and metrics never", async () => {
  expect(await ask(4, () => api.as(undefined).get(url))).toEqual([401, 401, 401, 401]);
  expect(await ask(3, () => api.as("gtb_guessed").get(url))).toEqual([401, 401, 429]);
  for (const path of ["/healthz", "/metrics"])
    expect(await ask(20, async () => ({ status: (await api.app.inject(path)).statusCode }))).not.toContain(429);
  expect((await api.get(url)).status).toBe(200);
});
