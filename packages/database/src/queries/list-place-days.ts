import type { MeasuredDay } from "@gtb/domain/money/reconcile-invoice";
import type { LocalHour, TariffShare } from "@gtb/domain/money/tariff-schedule";
import type { Queryable } from "../pool.ts";

/** The tariff classes of the hours of some local days, for registers that tell none. */
export interface DatedSchedule {
  readonly from: string;
  /** Not included; null: without end */
  readonly to: string | null;
  readonly hours: readonly (LocalHour & TariffShare)[];
}

export interface PlaceDays {
  /** Inner id */
  readonly deliveryPointId: number;
  /** Local days of the building, [from, to) */
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  /** No two of the same day */
  readonly schedules: readonly DatedSchedule[];
}

/**
 * What the counted import registers at a delivery point used, by local day and tariff class, every day of the period: one
 * without a row is unknown, not 0. A register without a class of its own (`base`) is parted by the schedule of the day,
 * where there is one. Of a meter and its sub-meter at the same place the parent counts. Reads 365 rows a register and
 * year, 8,760 where a schedule holds.
 */
export async function listPlaceDays(db: Queryable, place: PlaceDays): Promise<MeasuredDay[]> {
  const { deliveryPointId, from, to, timeZone, schedules } = place;
  const dated = schedules.map(({ from: start, to: end }, schedule) => ({ schedule, start, end }));
  const hours = schedules.flatMap((one, schedule) => one.hours.map((hour) => ({ schedule, ...hour })));
  const values = [deliveryPointId, from, to, timeZone, JSON.stringify(dated), JSON.stringify(hours)];
  const { rows } = await db.query<MeasuredDay>(placeDaysSql, values);
  return rows;
}

// What a register used is read by its id alone, then met with the days and hours that there are (ADR 10).
const placeDaysSql = `with counted as (
    select r.id, lower(r.tariff_class) as tariff_class
      from meter m join register r on r.meter_id = m.id and r.counted and r.direction = 'import'
      left join meter parent on parent.id = m.parent_meter_id
     where m.delivery_point_id = $1 and parent.delivery_point_id is distinct from $1
  ), scheduled as materialized (
    select schedule, greatest(start, $2::date) as start, least("end", $3::date) as "end"
      from jsonb_to_recordset($5) as o (schedule int, start date, "end" date)
  ), schedule_hour as materialized (
    select * from jsonb_to_recordset($6) as s (schedule int, month int, weekday int, hour int, "tariffClass" text, share float8)
  ), used_day as materialized (
    select k.id, c.* from counted k
     cross join lateral (select day, energy_kwh, native, measured_hours::float8 + estimated_hours as known from consumption_day c
                          where c.register_id = k.id and c.day >= $2 and c.day < $3 offset 0) c
  ), by_day as (
    select d.day::date as day, k.tariff_class, c.energy_kwh, c.native, c.known, d.hours
      from counted k
      cross join (select day, extract(epoch from ((day + interval '1 day') at time zone $4) - (day at time zone $4)) / 3600 as hours
                    from generate_series($2::date::timestamp, $3::date - interval '1 day', interval '1 day') s (day)) d
      left join used_day c on c.id = k.id and c.day = d.day::date
     where k.tariff_class <> 'base' or not exists (select from scheduled o where d.day::date >= o.start and d.day::date < o."end")
  ), used_hour as materialized (
    select k.id, c.* from counted k cross join scheduled o
     cross join lateral (select hour, energy_kwh, native, measured_share + estimated_share as known from consumption c
                          where c.register_id = k.id and c.hour >= o.start::timestamp at time zone $4
                            and c.hour < o."end"::timestamp at time zone $4 offset 0) c
     where k.tariff_class = 'base'
  ), by_hour as (
    select h.local::date as day, lower(s."tariffClass") as tariff_class, c.energy_kwh * s.share as energy_kwh, c.native * s.share as native,
           c.known * s.share as known, s.share as hours
      from counted k
      cross join scheduled o
      cross join lateral (
        select hour, hour at time zone $4 as local
          from generate_series(o.start::timestamp at time zone $4, o."end"::timestamp at time zone $4 - interval '1 hour', interval '1 hour') g (hour)) h
      join schedule_hour s on s.schedule = o.schedule and s.month = extract(month from h.local) and s.weekday = extract(isodow from h.local)
                          and s.hour = extract(hour from h.local)
      left join used_hour c on c.id = k.id and c.hour = h.hour
     where k.tariff_class = 'base'
  )
  select day::text, tariff_class as "tariffClass", sum(energy_kwh) as "energyKwh", sum(native) as native,
         coalesce(sum(known), 0)::float8 as "knownHours", sum(hours)::float8 as "dayHours"
    from (select * from by_day union all select * from by_hour) u
   group by 1, 2 order by 1, 2`;
