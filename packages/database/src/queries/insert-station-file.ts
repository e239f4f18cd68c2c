import type { Queryable } from "../pool.ts";

/** Keeps a file of temperatures for the job that it starts; returns the job's uuid. Undefined: no such station (uuid). */
export async function insertStationFile(
  db: Queryable,
  station: string,
  { name, text }: { readonly name: string; readonly text: string },
): Promise<string | undefined> {
  const { rows } = await db.query<{ id: number; uuid: string }>(
    `insert into station_file (organisation_id, station_id, name)
     select organisation_id, id, $2 from station where uuid = $1 returning id, uuid`,
    [station, name],
  );
  const [file] = rows;
  if (file === undefined) return undefined;
  await db.query("insert into station_file_content (file_id, content) values ($1, $2)", [file.id, text]);
  return file.uuid;
}
