import type { Role } from "@gtb/domain/access/permission";
import type { ApiClient, ApiUnderTest } from "./api-under-test.ts";
import { createTestUser, type TestUser } from "./test-users.ts";
import { createWorld } from "./world.ts";

export interface TestCommune {
  /** uuid */
  readonly id: string;
  readonly innerId: number;
  readonly admin: TestUser;
  /** Calls as its administrator. */
  readonly as: ApiClient;
  /** Somebody else with a role there. `buildings`: uuids that it is limited to. */
  person(role: Role, buildings?: readonly string[]): Promise<TestUser>;
}

/** Two communes that the agency reaches and that know nothing of each other, each with an administrator. */
export async function createTwoCommunes(api: ApiUnderTest): Promise<readonly [TestCommune, TestCommune]> {
  const world = createWorld(api);
  const commune = async (name: string): Promise<TestCommune> => {
    const id = await world.commune(name);
    const [innerId = 0] = await innerIds(api, "organisation", [id]);
    const admin = await createTestUser(api.pool, "organisation_admin", innerId);
    const person = async (role: Role, buildings?: readonly string[]) =>
      createTestUser(api.pool, role, innerId, buildings ? await innerIds(api, "building", buildings) : null);
    return { id, innerId, admin, as: api.as(admin.token), person };
  };
  return [await commune("Évreux"), await commune("Bernay")];
}

async function innerIds(
  api: ApiUnderTest,
  table: "organisation" | "building",
  ids: readonly string[],
): Promise<number[]> {
  const { rows } = await api.pool.query<{ id: number }>(`select id from ${table} where uuid = any ($1)`, [ids]);
  return rows.map(({ id }) => id);
}
