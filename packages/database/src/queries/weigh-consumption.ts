import type { Queryable } from "../pool.ts";

export type BucketStep = "hour" | "day" | "week" | "month" | "year";

/** What is multiplied with a quantity; null: unknown, and so is the product. */
export interface Weight {
  readonly perKwh: number | null;
  readonly perNative: number | null;
}

/** Two weights of a meter on the local days [from, to): money before and after tax, CO2e and primary energy. */
export interface DatedWeight {
  readonly meterId: number;
  /** In lower case; null: of every class */
  readonly tariffClass: string | null;
  readonly from: string;
  readonly to: string;
  readonly first: Weight;
  readonly second: Weight;
}

/** Parts of an hour of a local clock by tariff class, for registers that tell no class (`base`), on days of some meters. */
export interface ScheduleHours {
  readonly meters: readonly { readonly meterId: number; readonly from: string; readonly to: string }[];
  readonly hours: readonly {
    readonly month: number;
    readonly weekday: number;
    readonly hour: number;
    readonly tariffClass: string;
    readonly share: number;
  }[];
}

export interface Weighing {
  readonly meterIds: readonly number[];
  readonly from: Date;
  readonly to: Date;
  readonly timeZone: string;
  readonly by: BucketStep;
  readonly weights: readonly DatedWeight[];
  /** Rows to read: hours where the hour matters, months only where no weight begins or ends inside of one. */
  readonly source: "hour" | "day" | "month";
  readonly schedules: readonly ScheduleHours[];
}

export interface WeighedRow {
  readonly meterId: number;
  readonly start: Date;
  /** Sums of what is known; null: nothing is. */
  readonly energyKwh: number | null;
  readonly native: number | null;
  /** Sums of the products that are known, and of the quantities that are in them. */
  readonly first: number;
  readonly firstKwh: number;
  readonly firstNative: number;
  readonly second: number;
  readonly secondKwh: number;
  readonly secondNative: number;
}

/**
 * Sums of what meters used, times weights that change over time, by meter and local bucket. Counted import registers only.
 * Reads one index range a register: of a year 365 rows by days, 12 by months, 8,760 by hours.
 */
export async function weighConsumption(db: Queryable, weighing: Weighing): Promise<WeighedRow[]> {
  const { meterIds, from, to, timeZone, by, weights, source, schedules } = weighing;
  const flat = weights.map(({ meterId, tariffClass, from: start, to: end, first, second }) => {
    const parts = { a_kwh: first.perKwh, a_native: first.perNative, b_kwh: second.perKwh, b_native: second.perNative };
    return { meter_id: meterId, tariff_class: tariffClass, start, end, ...parts };
  });
  const values = [meterIds, from, to, timeZone, by, JSON.stringify(flat)];
  if (source === "hour") {
    const ofMeter = schedules.flatMap(({ meters }, schedule) =>
      meters.map(({ meterId, from: start, to: end }) => ({ meter_id: meterId, schedule, start, end })),
    );
    const hours = schedules.flatMap((one, schedule) => one.hours.map((hour) => ({ schedule, ...hour })));
    values.push(JSON.stringify(ofMeter), JSON.stringify(hours));
  }
  const { rows } = await db.query<WeighedRow>(weighSql(source), values);
  return rows;
}

const usedHours = `used as (
  select r.meter_id, coalesce(lower(s."tariffClass"), lower(r.tariff_class)) as tariff_class, c.local::date as day,
         date_trunc($5, c.hour, $4) as start, c.energy_kwh * coalesce(s.share, 1) as energy_kwh, c.native * coalesce(s.share, 1) as native
    from register r
    cross join lateral (
      select c.*, c.hour at time zone $4 as local from consumption c where c.register_id = r.id and c.hour >= $2 and c.hour < $3 offset 0) c
    left join scheduled o on o.meter_id = r.meter_id and lower(r.tariff_class) = 'base' and c.local::date >= o.start and c.local::date < o."end"
    left join schedule_hour s on s.schedule = o.schedule and s.month = extract(month from c.local)
                             and s.weekday = extract(isodow from c.local) and s.hour = extract(hour from c.local)
   where r.meter_id = any($1) and r.counted and r.direction = 'import')`;

const usedDays = (table: "consumption_day" | "consumption_month", column: "day" | "month") => `used as (
  select r.meter_id, lower(r.tariff_class) as tariff_class, c.${column} as day,
         date_trunc($5, c.${column}::timestamp) at time zone $4 as start, c.energy_kwh, c.native
    from register r
    cross join lateral (
      select * from ${table} c where c.register_id = r.id and c.${column} >= ($2::timestamptz at time zone $4)::date
                                 and c.${column} < ($3::timestamptz at time zone $4)::date offset 0) c
   where r.meter_id = any($1) and r.counted and r.direction = 'import')`;

/** Null where the weight asks for a quantity that is unknown; a weight of 0 asks for none. */
const product = (name: "a" | "b") =>
  `case w.${name}_kwh when 0 then 0 else w.${name}_kwh * u.energy_kwh end + case w.${name}_native when 0 then 0 else w.${name}_native * u.native end`;

function weighSql(source: Weighing["source"]): string {
  const used =
    source === "hour"
      ? `scheduled as materialized (
          select * from jsonb_to_recordset($7) as o (meter_id bigint, schedule int, start date, "end" date)
        ), schedule_hour as materialized (
          select * from jsonb_to_recordset($8) as s (schedule int, month int, weekday int, hour int, "tariffClass" text, share float8)), ${usedHours}`
      : source === "day"
        ? usedDays("consumption_day", "day")
        : usedDays("consumption_month", "month");
  return `with weight as materialized (
      select * from jsonb_to_recordset($6) as w (meter_id bigint, tariff_class text, start date, "end" date,
                                                 a_kwh float8, a_native float8, b_kwh float8, b_native float8)
    ), ${used}, weighed as (
      select u.meter_id, u.start, u.energy_kwh, u.native, ${product("a")} as a, ${product("b")} as b
        from used u
        left join weight w on w.meter_id = u.meter_id and (w.tariff_class is null or w.tariff_class = u.tariff_class)
                          and u.day >= w.start and u.day < w."end"
    )
    select meter_id as "meterId", start, sum(energy_kwh) as "energyKwh", sum(native) as native,
           coalesce(sum(a), 0) as first, coalesce(sum(energy_kwh) filter (where a is not null), 0) as "firstKwh",
           coalesce(sum(native) filter (where a is not null), 0) as "firstNative",
           coalesce(sum(b), 0) as second, coalesce(sum(energy_kwh) filter (where b is not null), 0) as "secondKwh",
           coalesce(sum(native) filter (where b is not null), 0) as "secondNative"
      from weighed group by meter_id, start order by meter_id, start`;
}
