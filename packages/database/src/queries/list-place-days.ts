import type { MeasuredDay } from "@gtb/domain/money/reconcile-invoice";
import type { Queryable } from "../pool.ts";

export interface PlaceDays {
  /** Inner id */
  readonly deliveryPointId: number;
  /** Local days of the building, [from, to) */
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

/**
 * What the counted import registers at a delivery point used, by local day and tariff class, every day of the period: one
 * without a row is unknown, not 0. Of a meter and its sub-meter at the same place the parent counts. Reads 365 rows a
 * register and year.
 */
export async function listPlaceDays(
  db: Queryable,
  { deliveryPointId, from, to, timeZone }: PlaceDays,
): Promise<MeasuredDay[]> {
  const { rows } = await db.query<MeasuredDay>(
    `with counted as (
       select r.id, lower(r.tariff_class) as tariff_class
         from meter m join register r on r.meter_id = m.id and r.counted and r.direction = 'import'
         left join meter parent on parent.id = m.parent_meter_id
        where m.delivery_point_id = $1 and parent.delivery_point_id is distinct from $1
     )
     select d.day::date::text as day, k.tariff_class as "tariffClass", sum(c.energy_kwh) as "energyKwh", sum(c.native) as native,
            coalesce(sum(c.measured_hours::float8 + c.estimated_hours), 0) as "knownHours", sum(d.hours)::float8 as "dayHours"
       from counted k
       cross join (select day, extract(epoch from ((day + interval '1 day') at time zone $4) - (day at time zone $4)) / 3600 as hours
                     from generate_series($2::date::timestamp, $3::date - interval '1 day', interval '1 day') s (day)) d
       left join lateral (
         select * from consumption_day c where c.register_id = k.id and c.day >= $2 and c.day < $3 offset 0) c on c.day = d.day::date
      group by 1, 2 order by 1, 2`,
    [deliveryPointId, from, to, timeZone],
  );
  return rows;
}
