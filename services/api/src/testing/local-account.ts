import { randomBytes } from "node:crypto";
import type { Pool } from "@gtb/database/pool";
import type { Role } from "@gtb/domain/access/permission";
import { hashPassword } from "@gtb/service-kit/password";
import type { ApiUnderTest } from "./api-under-test.ts";
import { type Browser, openBrowser } from "./browser.ts";
import { createTestUser, type TestUser } from "./test-users.ts";

export const testPassword = "quatre chevaux verts dorment";
const digest = hashPassword(testPassword);

/** A user of the role who signs in with `testPassword`. */
export async function createLocalAccount(pool: Pool, role: Role, organisationId: number): Promise<TestUser> {
  const user = await createTestUser(pool, role, organisationId);
  await pool.query("update app_user set password_hash = $2, name = 'Camille Test' where id = $1", [
    user.userId,
    await digest,
  ]);
  return user;
}

/** A commune of its own for a test, by its inner id. */
export async function createTestCommune(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ id: number }>(
    "insert into organisation (kind, code, name) values ('commune', $1, 'Évreux') returning id",
    [randomBytes(4).toString("hex")],
  );
  return rows[0]?.id ?? 0;
}

/** A browser in which the user has signed in. */
export async function signedInBrowser({ app }: Pick<ApiUnderTest, "app">, email: string): Promise<Browser> {
  const browser = openBrowser(app);
  const answer = await browser.send<{ csrfToken: string }>("POST", "/sign-in", { email, password: testPassword });
  if (answer.status !== 201) throw new Error(`sign-in: ${answer.status} ${JSON.stringify(answer.body)}`);
  browser.csrfToken = answer.body.csrfToken;
  return browser;
}
