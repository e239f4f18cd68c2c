import type { CounterBreak } from "@gtb/domain/energy/counter-breaks";
import type { Connection } from "../pool.ts";
import type { ConsumptionWindow } from "./widen-dirty-ranges.ts";

export interface RegisterBreak extends CounterBreak {
  readonly registerId: number;
}

/** Makes the breaks that end within the windows those given: one that is still there keeps when it was found. */
export async function replaceBreaks(
  connection: Connection,
  windows: readonly ConsumptionWindow[],
  breaks: readonly RegisterBreak[],
): Promise<void> {
  const times = (pick: (found: RegisterBreak) => number): Date[] => breaks.map((found) => new Date(pick(found)));
  await connection.query(
    `with found as (
       select * from unnest($4::bigint[], $5::timestamptz[], $6::float8[], $7::timestamptz[], $8::float8[])
              as f (register_id, from_time, from_value, to_time, to_value)
     ), gone as (
       delete from register_break b
        using unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[]) as w (register_id, "from", "to")
        where b.register_id = w.register_id and b.to_time > w."from" and b.to_time <= w."to"
          and not exists (select from found f where f.register_id = b.register_id and f.to_time = b.to_time)
     )
     insert into register_break as kept (organisation_id, register_id, from_time, from_value, to_time, to_value)
     select r.organisation_id, f.register_id, f.from_time, f.from_value, f.to_time, f.to_value
       from found f join register r on r.id = f.register_id
     on conflict (register_id, to_time) do update
        set from_time = excluded.from_time, from_value = excluded.from_value, to_value = excluded.to_value
      where (kept.from_time, kept.from_value, kept.to_value) is distinct from (excluded.from_time, excluded.from_value, excluded.to_value)`,
    [
      windows.map(({ registerId }) => registerId),
      windows.map(({ hoursFromMs }) => new Date(hoursFromMs)),
      windows.map(({ hoursToMs }) => new Date(hoursToMs)),
      breaks.map(({ registerId }) => registerId),
      times(({ fromMs }) => fromMs),
      breaks.map(({ fromValue }) => fromValue),
      times(({ toMs }) => toMs),
      breaks.map(({ toValue }) => toValue),
    ],
  );
}
