import type { Connection } from "../pool.ts";

export interface StationAssignment {
  /** uuid */
  readonly building: string;
  /** uuid; null: none */
  readonly station: string | null;
  /** `YYYY-MM-DD`; null: always */
  readonly from: string | null;
}

/**
 * Says whose weather a building has from a day on. What was believed of that time is closed, not changed. False when
 * building or station does not exist for the caller.
 */
export async function assignStation(db: Connection, { building, station, from }: StationAssignment): Promise<boolean> {
  const { rows } = await db.query<{ organisation: number; building: number; station: number | null }>(
    `select b.organisation_id as organisation, b.id as building, s.id as station
       from building b left join station s on s.uuid = $2 where b.uuid = $1 for update of b`,
    [building, station],
  );
  const [found] = rows;
  if (found === undefined || (station !== null && found.station === null)) return false;
  const valid = `daterange(coalesce($2::date, '-infinity'), null)`;
  const { rows: closed } = await db.query<{ station: number; from: string }>(
    `update building_station set known = tstzrange(lower(known), greatest(now(), lower(known)))
      where building_id = $1 and upper_inf(known) and valid && ${valid}
      returning station_id as station, lower(valid)::text as "from"`,
    [found.building, from],
  );
  for (const before of closed) {
    if (from === null || (before.from !== "-infinity" && before.from >= from)) continue;
    await insert(db, found, { station: before.station, from: before.from, to: from });
  }
  if (found.station !== null) await insert(db, found, { station: found.station, from: from ?? "-infinity", to: null });
  return true;
}

async function insert(
  db: Connection,
  { organisation, building }: { readonly organisation: number; readonly building: number },
  { station, from, to }: { readonly station: number; readonly from: string; readonly to: string | null },
): Promise<void> {
  await db.query(
    `insert into building_station (organisation_id, building_id, station_id, valid) values ($1, $2, $3, daterange($4::date, $5::date))`,
    [organisation, building, station, from, to],
  );
}
