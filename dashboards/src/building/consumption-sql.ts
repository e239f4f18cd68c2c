import { chosenBuilding, chosenMains } from "./building-variables.ts";

/** kWh a local day and main meter; days of 23 and 25 hours are one bar, at their own midnight. */
export const dailyEnergySql = `
select date_trunc('day', c.hour, b.time_zone) as time, c.meter as metric, sum(c.energy_kwh) as energy_kwh
  from reporting.consumption c join reporting.building b using (building_id)
 where ${chosenMains}
   and $__timeFilter(c.hour)
 group by 1, 2 order by 1, 2`;

export const totalEnergySql = `
select sum(c.energy_kwh) as energy_kwh
  from reporting.consumption c
 where ${chosenMains}
   and $__timeFilter(c.hour)`;

/**
 * Mean kWh of each local hour of each day, a row an hour of the day. The mean, because the night when clocks go back
 * has two hours of one name: their sum would look like a fault.
 */
export const hourOfDaySql = `
select day as time, to_char(local_hour, 'FM00') || ' h' as metric, avg(energy_kwh) as energy_kwh
  from (select date_trunc('day', c.hour, b.time_zone) as day, c.hour,
               extract(hour from c.hour at time zone b.time_zone) as local_hour, sum(c.energy_kwh) as energy_kwh
          from reporting.consumption c join reporting.building b using (building_id)
         where ${chosenMains}
           and $__timeFilter(c.hour)
         group by 1, 2, 3) hours
 group by 1, 2 order by 1, 2`;

/** Mean power of every meter, sub-meters too: kWh of the hours that are known over their number. */
export const meterPowerSql = `
select $__timeGroupAlias(c.hour,$__interval), c.meter as metric,
       sum(c.energy_kwh) / nullif(count(distinct c.hour) filter (where c.energy_kwh is not null), 0) as power_kw
  from reporting.consumption c
 where c.building_id = ${chosenBuilding} and c.energy = any(array[$energy]::text[]) and c.direction = 'import'
   and $__timeFilter(c.hour)
 group by 1, 2 order by 1, 2`;

/**
 * Every past hour that the registers seen in the range should have: an hour without a row is missing, and would be
 * left out of a mean over rows.
 */
const expectedHours = `
with consumption as (
  select c.register_id, c.hour, c.measured_share, c.estimated_share, c.missing_share
    from reporting.consumption c
   where ${chosenMains}
     and $__timeFilter(c.hour)),
expected as (
  select register_id, hour
    from (select distinct register_id from consumption) registers
   cross join generate_series(
     date_trunc('hour', $__timeFrom()::timestamptz + interval '59 minutes 59.999 seconds'),
     least($__timeTo()::timestamptz, now() - interval '1 hour'), interval '1 hour') hour)`;

const shares = `avg(coalesce(measured_share, 0)) as "Mesuré",
       avg(coalesce(estimated_share, 0)) as "Estimé",
       avg(coalesce(missing_share, 1)) as "Manquant"`;

export const dailySharesSql = `${expectedHours}
select date_trunc('day', hour, b.time_zone) as time, ${shares}
  from expected left join consumption using (register_id, hour)
  join reporting.building b on b.building_id = ${chosenBuilding}
 group by 1 order by 1`;

export const sharesSql = `${expectedHours}
select ${shares}
  from expected left join consumption using (register_id, hour)`;
