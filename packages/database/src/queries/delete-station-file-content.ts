import type { Queryable } from "../pool.ts";

/** Forgets the text of a file that has been read; who sent it, when and under which name stays. */
export async function deleteStationFileContent(db: Queryable, id: number): Promise<void> {
  await db.query("delete from station_file_content where file_id = $1", [id]);
}
