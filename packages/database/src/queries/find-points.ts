import type { Queryable } from "../pool.ts";

/** Inner ids of points by their uuid; of one organisation where it is given. Unknown ones are left out. */
export async function findPoints(
  db: Queryable,
  uuids: readonly string[],
  organisationId: number | null,
): Promise<Map<string, number>> {
  const { rows } = await db.query<{ uuid: string; id: number }>(
    "select uuid, id from point where uuid = any($1::uuid[]) and ($2::bigint is null or organisation_id = $2)",
    [uuids, organisationId],
  );
  return new Map(rows.map(({ uuid, id }) => [uuid, id]));
}
