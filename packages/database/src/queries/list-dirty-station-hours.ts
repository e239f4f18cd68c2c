import type { Connection } from "../pool.ts";
import type { StagePosition } from "./take-reading-changes.ts";

/** Whole hours of a station, [from, to) in ms since 1970. */
export interface StationHours {
  readonly stationId: number;
  readonly fromMs: number;
  readonly toMs: number;
}

/** The hours of stations in which readings of their sensors changed, by the outbox rows in (after, end]; none twice. */
export async function listDirtyStationHours(
  connection: Connection,
  after: StagePosition,
  end: StagePosition,
): Promise<StationHours[]> {
  const { rows } = await connection.query<StationHours>(
    `select station_id as "stationId", (extract(epoch from lower(hours)) * 1000)::float8 as "fromMs",
            (extract(epoch from upper(hours)) * 1000)::float8 as "toMs"
       from (select ss.station_id,
                    unnest(range_agg(tstzrange(date_trunc('hour', greatest(p."from", lower(ss.valid)), 'UTC'),
                                               date_trunc('hour', least(p."to", upper(ss.valid)), 'UTC') + interval '1 hour'))) as hours
               from reading_change c
               cross join unnest(c.point_ids, c.from_times, c.to_times) as p (id, "from", "to")
               join station_sensor ss on ss.point_id = p.id and ss.valid && tstzrange(p."from", p."to", '[]')
              where (c.xid, c.id) > ($1::xid8, $2) and (c.xid, c.id) <= ($3::xid8, $4)
              group by ss.station_id) dirty
      order by 1, 2`,
    [after.xid, after.id, end.xid, end.id],
  );
  return rows;
}
