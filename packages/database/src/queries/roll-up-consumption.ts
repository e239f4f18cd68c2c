import type { Connection } from "../pool.ts";

/** Hours of a register whose days are to be added up again: [fromMs, toMs), ms since 1970. */
export interface RollUpRange {
  readonly registerId: number;
  readonly fromMs: number;
  readonly toMs: number;
}

const dayMs = 86_400_000;

/**
 * Adds the local days and months up again that the ranges touch, in the time zone of the register's building: they hold
 * what the hours hold, whoever changed those. Where a known hour has no kWh, its day and month have none: a sum of the
 * others would look whole. Reads the hours of those days only: a live hour costs 24 rows and 31.
 */
export async function rollUpConsumption(connection: Connection, ranges: readonly RollUpRange[]): Promise<void> {
  if (ranges.length === 0) return;
  const { first, last } = boundsOf(ranges);
  const values = [
    ranges.map(({ registerId }) => registerId),
    ranges.map(({ fromMs }) => new Date(fromMs)),
    ranges.map(({ toMs }) => new Date(toMs)),
  ];
  await connection.query(daysSql, [...values, first, last]);
  await connection.query(monthsSql, values);
}

/** Constants, without which the statement would look into every chunk; a local day begins at most a day away. */
function boundsOf(ranges: readonly RollUpRange[]): { readonly first: Date; readonly last: Date } {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { fromMs, toMs } of ranges) [first, last] = [Math.min(first, fromMs), Math.max(last, toMs)];
  return { first: new Date(first - dayMs), last: new Date(last + dayMs) };
}

/** The local days or months that the ranges touch. */
function touched(step: "day" | "month"): string {
  return `select distinct c.register_id, s::date as ${step}, s at time zone b.time_zone as starts,
                 (s + interval '1 ${step}') at time zone b.time_zone as ends
            from unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[]) as c (register_id, "from", "to")
            join register r on r.id = c.register_id
            join meter m on m.id = r.meter_id
            join building b on b.id = m.building_id
            cross join lateral generate_series(
              date_trunc('${step}', c."from" at time zone b.time_zone),
              date_trunc('${step}', (c."to" - interval '1 microsecond') at time zone b.time_zone), interval '1 ${step}') s
           where c."from" < c."to"`;
}

/** `sums` with what each touched day or month adds up to becomes what is stored of it. */
function store(step: "day" | "month"): string {
  const columns = `native, energy_kwh, measured_hours, estimated_hours, ${step}_hours, reasons`;
  return `gone as (
    delete from consumption_${step} c using sums s
     where c.register_id = s.register_id and c.${step} = s.${step} and s.rows = 0
  )
  insert into consumption_${step} as kept (register_id, ${step}, ${columns})
  select register_id, ${step}, ${columns} from sums where rows > 0
  on conflict (register_id, ${step}) do update
     set (${columns}) = row (excluded.native, excluded.energy_kwh, excluded.measured_hours, excluded.estimated_hours, excluded.${step}_hours, excluded.reasons)`;
}

const daysSql = `
with touched as (${touched("day")}),
sums as (
  select t.register_id, t.day, (extract(epoch from t.ends - t.starts) / 3600)::real as day_hours, s.*
    from touched t
    cross join lateral (
      select sum(c.native) as native, case when bool_and(c.native is null or c.energy_kwh is not null) then sum(c.energy_kwh) end as energy_kwh,
             sum(c.measured_share::float8)::real as measured_hours, sum(c.estimated_share::float8)::real as estimated_hours,
             bit_or(c.reasons) as reasons, count(*) as rows
        from consumption c
       where c.register_id = t.register_id and c.hour >= t.starts and c.hour < t.ends and c.hour >= $4 and c.hour < $5) s
), ${store("day")}`;

const monthsSql = `
with touched as (${touched("month")}),
sums as (
  select t.register_id, t.month, (extract(epoch from t.ends - t.starts) / 3600)::real as month_hours, s.*
    from touched t
    cross join lateral (
      select sum(d.native) as native, case when bool_and(d.native is null or d.energy_kwh is not null) then sum(d.energy_kwh) end as energy_kwh,
             sum(d.measured_hours::float8)::real as measured_hours, sum(d.estimated_hours::float8)::real as estimated_hours,
             bit_or(d.reasons) as reasons, count(*) as rows
        from consumption_day d
       where d.register_id = t.register_id and d.day >= t.month and d.day < t.month + interval '1 month') s
), ${store("month")}`;
