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

/** Registers whose hours bound those of register `i.id`. */
const sources = "select i.id union select d.input_register_id from register_dependency d where d.register_id = i.id";
const milliseconds = (time: string): string => `(extract(epoch from ${time}) * 1000)::float8`;

/**
 * Between which times registers have readings or computed hours, of a virtual one also what it follows from; registers
 * with neither are left out. Readings are
 * lost where hours with a value lie before the oldest chunk of `reading`: a gap or a withdrawn reading drops no chunk.
 */
export async function listRegisterExtents(db: Queryable, registerIds: readonly number[]): Promise<RegisterExtent[]> {
  const { rows } = await db.query<RegisterExtent>(
    `select e.register_id as "registerId", ${milliseconds("least(e.first_hour, e.first_reading, e.first_event)")} as "firstMs",
            ${milliseconds("greatest(e.last_hour + interval '1 hour', e.last_reading, e.last_event, e.last_fill)")} as "lastMs",
            ${milliseconds("e.first_reading")} as "firstReadingMs",
            not e.is_virtual and e.first_hour is not null and coalesce(e.first_hour < (
              select min(range_start) from timescaledb_information.chunks
               where hypertable_schema = 'public' and hypertable_name = 'reading'), true) as "lostReadings"
       from (select i.id as register_id,
                    coalesce((select kind = 'virtual' from register where id = i.id), false) as is_virtual,
                    (select min(x.hour) from (${sources}) s (id) cross join lateral (
                       select hour from consumption c where c.register_id = s.id order by hour limit 1) x) as first_hour,
                    (select max(x.hour) from (${sources}) s (id) cross join lateral (
                       select hour from consumption c where c.register_id = s.id order by hour desc limit 1) x) as last_hour,
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
                    (select max(v.at) from register_event v where v.register_id = i.id and upper_inf(v.known)) as last_event,
                    (select max(f.hour) + interval '1 hour' from consumption_fill f where f.register_id = i.id) as last_fill
               from unnest($1::bigint[]) as i (id)) e
      where e.first_hour is not null or e.first_reading is not null`,
    [registerIds],
  );
  return rows;
}
