import type { Queryable } from "../pool.ts";
import type { Energy } from "./list-meters.ts";

export interface FreshConsumptionRow {
  /** uuid */
  readonly building: string;
  /** uuid */
  readonly meter: string;
  /** uuid */
  readonly register: string;
  readonly energy: Energy;
  readonly hour: Date;
  readonly energyKwh: number | null;
  readonly missingShare: number;
  readonly knownSince: Date;
}

export interface FreshConsumptionFilter {
  /** uuids */
  readonly buildings: readonly string[];
  /** Hours before it are not looked at. */
  readonly since: Date;
  /** Only hours computed, or computed again, so lately by the database's own clock. */
  readonly withinMs: number;
}

/** Hours whose consumption was computed lately. Reads the index range of each register since `since`: 72 rows for 3 days. */
export async function listFreshConsumption(
  db: Queryable,
  { buildings, since, withinMs }: FreshConsumptionFilter,
): Promise<FreshConsumptionRow[]> {
  const { rows } = await db.query<FreshConsumptionRow>(
    `select b.uuid as building, m.uuid as meter, r.uuid as register, m.energy, c.hour, c.energy_kwh as "energyKwh",
            c.missing_share::float8 as "missingShare", c.known_since as "knownSince"
       from building b
       join meter m on m.building_id = b.id
       join register r on r.meter_id = m.id
       cross join lateral (
         select * from consumption c
          where c.register_id = r.id and c.hour >= $2 and c.known_since >= now() - $3 * interval '1 millisecond' offset 0) c
      where b.uuid = any($1::uuid[])
      order by c.hour, r.id`,
    [buildings, since, withinMs],
  );
  return rows;
}
