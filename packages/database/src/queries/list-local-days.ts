import type { Connection } from "../pool.ts";
import type { RollUpRange } from "./roll-up-consumption.ts";

/** The local days of each register's building that the ranges touch, each once, in order. [fromMs, toMs), ms since 1970. */
export async function listLocalDays(connection: Connection, ranges: readonly RollUpRange[]): Promise<RollUpRange[]> {
  const { rows } = await connection.query<RollUpRange>(
    `select distinct c.register_id as "registerId", (extract(epoch from s.day) * 1000)::float8 as "fromMs",
            (extract(epoch from date_add(s.day, interval '1 day', b.time_zone)) * 1000)::float8 as "toMs"
       from unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[]) as c (register_id, "from", "to")
       join register r on r.id = c.register_id
       join meter m on m.id = r.meter_id
       join building b on b.id = m.building_id
       cross join lateral generate_series(date_trunc('day', c."from", b.time_zone), c."to" - interval '1 microsecond',
                                          interval '1 day', b.time_zone) as s (day)
      order by 1, 2`,
    [
      ranges.map(({ registerId }) => registerId),
      ranges.map(({ fromMs }) => new Date(fromMs)),
      ranges.map(({ toMs }) => new Date(toMs)),
    ],
  );
  return rows;
}
