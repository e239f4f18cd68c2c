import { BigValueColorMode, BigValueGraphMode, GraphDrawStyle } from "@grafana/grafana-foundation-sdk/common";
import { stacked, statPanel, timeSeriesPanel } from "../panel-parts.ts";
import { tableQuery, timeSeriesQuery } from "../sql-query.ts";
import { inFrench } from "../sql-words.ts";
import { outcomeNames, rejectReasonNames } from "./ingestion-words.ts";

/** Counts of an interval as a rate, so that the figure does not change with the zoom. */
const perMinute = "* 60000.0 / $__interval_ms";

export const uplinkTotalPanel = statPanel({
  id: 1,
  title: "Messages reçus (période)",
  description: "Trames montantes (uplinks) dont la date est dans la période, chacune une fois.",
  width: 4,
  height: 4,
})
  .unit("short")
  .colorMode(BigValueColorMode.None)
  .graphMode(BigValueGraphMode.None)
  .withTarget(
    tableQuery(`
select count(*) as uplinks from reporting.uplink u where u.event_type = 'up' and $__timeFilter(u.time)`),
  );

export const uplinkRatePanel = timeSeriesPanel(
  {
    id: 6,
    title: "Messages par minute, selon leur sort",
    description:
      "Trames montantes (uplinks), à leur date propre : un rattrapage remplit le passé, il ne fait pas de pic.",
    width: 12,
    height: 9,
  },
  ["mean", "max"],
)
  .unit("short")
  .min(0)
  .drawStyle(GraphDrawStyle.Bars)
  .fillOpacity(70)
  .stacking(stacked())
  .withTarget(
    timeSeriesQuery(`
select $__timeGroupAlias(u.time,$__interval,0), ${inFrench("u.outcome", outcomeNames)} as metric,
       count(*) ${perMinute} as uplinks_per_minute
  from reporting.uplink u
 where u.event_type = 'up' and $__timeFilter(u.time)
 group by 1, 2 order by 1, 2`),
  );

export const lagPanel = timeSeriesPanel(
  {
    id: 7,
    title: "Retard de réception (s)",
    description: "De la date de la trame à son arrivée chez nous : médiane, 95e et 99e centiles.",
    width: 12,
    height: 9,
  },
  ["mean", "max"],
)
  .unit("s")
  .withTarget(
    timeSeriesQuery(`
select $__timeGroupAlias(u.time,$__interval),
       percentile_cont(0.5) within group (order by extract(epoch from u.received_at - u.time)) as "médiane",
       percentile_cont(0.95) within group (order by extract(epoch from u.received_at - u.time)) as "95 %",
       percentile_cont(0.99) within group (order by extract(epoch from u.received_at - u.time)) as "99 %"
  from reporting.uplink u
 where u.event_type = 'up' and $__timeFilter(u.time)
 group by 1 order by 1`),
  );

export const readingRatePanel = timeSeriesPanel(
  {
    id: 8,
    title: "Mesures enregistrées par minute",
    description: "Mesures tirées des trames, à la date de leur trame ; les imports de fichiers n'y sont pas.",
    width: 12,
    height: 9,
  },
  ["mean", "max"],
)
  .unit("short")
  .min(0)
  .fillOpacity(20)
  .withTarget(
    timeSeriesQuery(`
select $__timeGroupAlias(u.time,$__interval,0), sum(u.reading_count) ${perMinute} as "mesures par minute"
  from reporting.uplink u
 where u.event_type = 'up' and $__timeFilter(u.time)
 group by 1 order by 1`),
  );

export const rejectPanel = timeSeriesPanel(
  {
    id: 9,
    title: "Rejets, selon leur raison",
    description: "Mesures et évènements gardés à part, à leur heure de réception. Rien n'est jeté.",
    width: 12,
    height: 9,
  },
  ["sum"],
)
  .unit("short")
  .min(0)
  .drawStyle(GraphDrawStyle.Bars)
  .fillOpacity(70)
  .stacking(stacked())
  .withTarget(
    timeSeriesQuery(`
select $__timeGroupAlias(received_at,$__interval,0), ${inFrench("reason", rejectReasonNames)} as metric,
       count(*) as rejects
  from (select received_at, reason from reporting.rejected_measurement where $__timeFilter(received_at)
        union all
        select received_at, reason from reporting.event_reject where $__timeFilter(received_at)) rejects
 group by 1, 2 order by 1, 2`),
  );
