import type { RegisterReading } from "@gtb/domain/energy/register";
import type { Connection } from "../pool.ts";
import type { ConsumptionWindow } from "./widen-dirty-ranges.ts";

type Row = [window: number, assignment: number, timeMs: number, value: number, quality: number];

/** The readings of each window, in order of time. Reads the index range of each register's points in the windows' chunks. */
export async function listRegisterReadings(
  connection: Connection,
  windows: readonly ConsumptionWindow[],
): Promise<RegisterReading[][]> {
  const readings: RegisterReading[][] = windows.map(() => []);
  if (windows.length === 0) return readings;
  const { rows } = await connection.query<Row>({
    rowMode: "array",
    text: `select w.place::int4, rp.id, (extract(epoch from r.time) * 1000)::float8, r.value, r.quality
             from unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[]) with ordinality as w (register_id, "from", "to", place)
             join register_point rp on rp.register_id = w.register_id and rp.valid && tstzrange(w."from", w."to", '[]')
             join reading r on r.point_id = rp.point_id and r.time between w."from" and w."to"
              and r.time >= coalesce(lower(rp.valid), '-infinity') and r.time < coalesce(upper(rp.valid), 'infinity')
            where r.time between $4 and $5
            order by w.place, r.time`,
    values: [
      windows.map(({ registerId }) => registerId),
      windows.map(({ loadFromMs }) => new Date(loadFromMs)),
      windows.map(({ loadToMs }) => new Date(loadToMs)),
      new Date(Math.min(...windows.map(({ loadFromMs }) => loadFromMs))),
      new Date(Math.max(...windows.map(({ loadToMs }) => loadToMs))),
    ],
  });
  for (const [place, assignment, timeMs, value, quality] of rows) {
    readings[place - 1]?.push({ assignment, timeMs, value, quality });
  }
  return readings;
}
