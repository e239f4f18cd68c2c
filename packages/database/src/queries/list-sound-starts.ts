import type { Connection } from "../pool.ts";

export interface SoundStart {
  readonly registerId: number;
  /** The first reading that is still there after what was dropped, ms since 1970; Infinity: none is */
  readonly firstReadingMs: number;
}

/**
 * The registers whose earlier hours were computed from readings that the retention has dropped since. None where nothing was
 * ever dropped; else an index entry or two a register.
 */
export async function listSoundStarts(connection: Connection, registerIds: readonly number[]): Promise<SoundStart[]> {
  const { rows } = await connection.query<SoundStart>(
    `select i.id as "registerId", coalesce(extract(epoch from kept.time) * 1000, 'infinity')::float8 as "firstReadingMs"
       from reading_floor f
      cross join unnest($1::bigint[]) as i (id)
      cross join lateral (
        select min(x.time) as time
          from register_point rp
         cross join lateral (
           select r.time from reading r
            where r.point_id = rp.point_id and r.time >= greatest(f.readings_from, lower(rp.valid))
              and r.time < coalesce(upper(rp.valid), 'infinity') order by r.time limit 1) x
         where rp.register_id = i.id) kept
      where exists (select from consumption c
                     where c.register_id = i.id and c.native is not null and c.hour < coalesce(date_trunc('hour', kept.time), 'infinity'))`,
    [registerIds],
  );
  return rows;
}
