import type { Queryable } from "../pool.ts";

export interface RegisterExtent {
  readonly registerId: number;
  /** First and last hour, reading or event of the register, in ms since 1970 */
  readonly firstMs: number;
  readonly lastMs: number;
  /** Its first reading that is still there; null: none is */
  readonly firstReadingMs: number | null;
  /** Hours were computed from readings that the retention has dropped since. */
  readonly lostReadings: boolean;
}

const milliseconds = (time: string): string => `(extract(epoch from ${time}) * 1000)::float8`;

/**
 * Between which times registers have readings or computed hours; registers with neither are left out. Readings are
 * lost where hours with a value lie before the oldest chunk of `reading`: a gap or a withdrawn reading drops no chunk.
 */
export async function listRegisterExtents(db: Queryable, registerIds: readonly number[]): Promise<RegisterExtent[]> {
  const { rows } = await db.query<RegisterExtent>(
    `select e.register_id as "registerId", ${milliseconds("least(e.first_hour, e.first_reading, e.first_event)")} as "firstMs",
            ${milliseconds("greatest(e.last_hour + interval '1 hour', e.last_reading, e.last_event)")} as "lastMs",
            ${milliseconds("e.first_reading")} as "firstReadingMs",
            e.first_hour is not null and coalesce(e.first_hour < (
              select min(range_start) from timescaledb_information.chunks
               where hypertable_schema = 'public' and hypertable_name = 'reading'), true) as "lostReadings"
       from (select i.id as register_id,
                    (select hour from consumption c where c.register_id = i.id order by hour limit 1) as first_hour,
                    (select hour from consumption c where c.register_id = i.id order by hour desc limit 1) as last_hour,
                    (select min(x.time) from register_point rp cross join lateral (
                       select r.time from reading r
                        where r.point_id = rp.point_id and r.time >= coalesce(lower(rp.valid), '-infinity')
                          and r.time < coalesce(upper(rp.valid), 'infinity') order by r.time limit 1) x
                      where rp.register_id = i.id) as first_reading,
                    (select max(x.time) from register_point rp cross join lateral (
                       select r.time from reading r
                        where r.point_id = rp.point_id and r.time >= coalesce(lower(rp.valid), '-infinity')
                          and r.time < coalesce(upper(rp.valid), 'infinity') order by r.time desc limit 1) x
                      where rp.register_id = i.id) as last_reading,
                    (select min(v.at) from register_event v where v.register_id = i.id and upper_inf(v.known)) as first_event,
                    (select max(v.at) from register_event v where v.register_id = i.id and upper_inf(v.known)) as last_event
               from unnest($1::bigint[]) as i (id)) e
      where e.first_hour is not null or e.first_reading is not null`,
    [registerIds],
  );
  return rows;
}
