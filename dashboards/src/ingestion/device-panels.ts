import { BigValueColorMode, BigValueGraphMode } from "@grafana/grafana-foundation-sdk/common";
import { type PanelPlace, statPanel, tablePanel, thresholds } from "../panel-parts.ts";
import { tableQuery } from "../sql-query.ts";

/** No uplink for three of the type's reporting periods: one lost frame is no silence. */
const isSilent = `coalesce(d.last_uplink_at, '-infinity') < now() - 3 * d.report_every_minutes * interval '1 minute'`;
const isLow = "d.battery_percent < 20 and d.external_power is not true";
/** A gateway that hears nothing for an hour, when devices report every ten minutes or so, is off or cut off. */
const isGatewaySilent = "coalesce(g.last_heard_at, '-infinity') < now() - interval '1 hour'";

function countPanel(place: Omit<PanelPlace, "width" | "height">, sql: string) {
  return statPanel({ ...place, width: 5, height: 4 })
    .unit("short")
    .colorMode(BigValueColorMode.Value)
    .graphMode(BigValueGraphMode.None)
    .thresholds(thresholds("green", [1, "orange"]))
    .withTarget(tableQuery(sql));
}

export const unknownCountPanel = countPanel(
  {
    id: 2,
    title: "Capteurs inconnus entendus",
    description: "Capteurs non déclarés dont une trame est arrivée dans la période.",
  },
  `
select count(distinct u.dev_eui) as devices
  from reporting.uplink u where u.outcome = 'unknown_device' and $__timeFilter(u.time)`,
);

export const silentCountPanel = countPanel(
  {
    id: 3,
    title: "Capteurs muets",
    description: "Aucune trame depuis trois fois leur période d'émission, maintenant.",
  },
  `select count(*) as devices from reporting.device d where ${isSilent}`,
);

export const lowBatteryCountPanel = countPanel(
  { id: 4, title: "Piles faibles (< 20 %)", description: "Capteurs sur pile, d'après leur dernier état." },
  `select count(*) as devices from reporting.device d where ${isLow}`,
);

export const silentGatewayCountPanel = countPanel(
  { id: 5, title: "Passerelles muettes", description: "Passerelles qui n'ont entendu aucun capteur depuis une heure." },
  `select count(*) as gateways from reporting.gateway g where ${isGatewaySilent}`,
);

export const unknownDevicesPanel = tablePanel({
  id: 10,
  title: "Capteurs inconnus",
  description: "Leurs trames sont gardées ; elles seront décodées quand le capteur sera déclaré.",
  width: 12,
  height: 9,
}).withTarget(
  tableQuery(`
select u.dev_eui as "DevEUI", count(*) as "Trames", min(u.time) as "Première", max(u.time) as "Dernière"
  from reporting.uplink u
 where u.outcome = 'unknown_device' and $__timeFilter(u.time)
 group by u.dev_eui order by max(u.time) desc`),
);

export const silentDevicesPanel = tablePanel({
  id: 11,
  title: "Capteurs muets",
  description: "Sans trame depuis trois fois leur période d'émission. Jamais entendus d'abord.",
  width: 12,
  height: 9,
})
  .overrideByName("Silence", [{ id: "unit", value: "dtdurations" }])
  .overrideByName("Période", [{ id: "unit", value: "dtdurations" }])
  .withTarget(
    tableQuery(`
select b.building as "Bâtiment", d.device as "Capteur", d.dev_eui as "DevEUI", d.device_type_id as "Type",
       d.last_uplink_at as "Dernière trame", extract(epoch from now() - d.last_uplink_at) as "Silence",
       d.report_every_minutes * 60 as "Période"
  from reporting.device d left join reporting.building b using (building_id)
 where ${isSilent}
 order by d.last_uplink_at nulls first, d.device`),
  );

export const lowBatteryPanel = tablePanel({
  id: 12,
  title: "Piles faibles",
  description: "Capteurs sur pile sous 20 %, d'après leur dernier état (ChirpStack, évènement status).",
  width: 12,
  height: 9,
})
  .overrideByName("Pile", [{ id: "unit", value: "percent" }])
  .withTarget(
    tableQuery(`
select b.building as "Bâtiment", d.device as "Capteur", d.dev_eui as "DevEUI", d.device_type_id as "Type",
       d.battery_percent as "Pile", d.last_uplink_at as "Dernière trame"
  from reporting.device d left join reporting.building b using (building_id)
 where ${isLow}
 order by d.battery_percent, d.device`),
  );

export const gatewaysPanel = tablePanel({
  id: 13,
  title: "Passerelles",
  description: "Dernière fois que chacune a entendu un de nos capteurs. Sans nom : passerelle non déclarée.",
  width: 12,
  height: 9,
})
  .overrideByName("Silence", [{ id: "unit", value: "dtdurations" }])
  .withTarget(
    tableQuery(`
select g.gateway as "Passerelle", g.gateway_eui as "EUI", g.last_heard_at as "Dernier capteur entendu",
       extract(epoch from now() - g.last_heard_at) as "Silence"
  from reporting.gateway g
 order by g.last_heard_at nulls first, g.gateway_eui`),
  );
