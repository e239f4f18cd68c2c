import type { FilledHour } from "@gtb/domain/energy/fill-missing-hours";
import type { Connection } from "../pool.ts";
import type { ConsumptionWindow } from "./widen-dirty-ranges.ts";

/** What was filled in for each window's hours, in order. */
export async function listFilledHours(
  connection: Connection,
  windows: readonly ConsumptionWindow[],
): Promise<FilledHour[][]> {
  const { rows } = await connection.query<FilledHour & { place: number }>(
    `select w.place::int4, (extract(epoch from f.hour) * 1000)::float8 as "hourMs", f.native
       from unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[]) with ordinality as w (register_id, "from", "to", place)
       join consumption_fill f on f.register_id = w.register_id and f.hour >= w."from" and f.hour < w."to"
      order by w.place, f.hour`,
    [
      windows.map(({ registerId }) => registerId),
      windows.map(({ hoursFromMs }) => new Date(hoursFromMs)),
      windows.map(({ hoursToMs }) => new Date(hoursToMs)),
    ],
  );
  const filled: FilledHour[][] = windows.map(() => []);
  for (const { place, hourMs, native } of rows) filled[place - 1]?.push({ hourMs, native });
  return filled;
}
