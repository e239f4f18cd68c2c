import type { Queryable } from "../pool.ts";
import type { OrganisationKind } from "./list-organisations.ts";

/** The uuid of an organisation by kind and official code; undefined when it is not loaded. */
export async function findOrganisation(
  db: Queryable,
  kind: OrganisationKind,
  code: string,
): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>("select uuid as id from organisation where kind = $1 and code = $2", [
    kind,
    code,
  ]);
  return rows[0]?.id;
}
