import { GraphThresholdsStyleConfigBuilder, GraphThresholdsStyleMode } from "@grafana/grafana-foundation-sdk/common";
import { MappingType } from "@grafana/grafana-foundation-sdk/dashboard";
import { tablePanel, thresholds, timeSeriesPanel } from "../panel-parts.ts";
import { tableQuery, timeSeriesQuery } from "../sql-query.ts";
import { chosenBuilding } from "./building-variables.ts";

/** Mean of each interval by zone; a point without a zone (outdoors) goes by its own name. */
function byZoneSql(quantity: string, unit: string, column: string): string {
  return `
select $__timeGroupAlias(r.time,$__interval), coalesce(p.zone, p.point) as metric, avg(r.value) as ${column}
  from reporting.reading r join reporting.point p using (point_id)
 where r.building_id = ${chosenBuilding} and r.quantity = '${quantity}' and r.unit = '${unit}'
   and $__timeFilter(r.time)
 group by 1, 2 order by 1, 2`;
}

const dashedLines = new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.Dashed);

export const temperaturePanel = timeSeriesPanel(
  {
    id: 8,
    title: "Températures par zone (°C)",
    description:
      "Repères : 19 °C, limite moyenne de chauffage des locaux occupés (code de l'énergie, R241-26) ; 26 °C, seuil sous lequel on ne refroidit pas (R241-30).",
    width: 12,
    height: 9,
  },
  ["min", "mean", "max"],
)
  .unit("celsius")
  .decimals(1)
  .interval("10m")
  .spanNulls(3_600_000 * 2)
  .thresholds(thresholds("transparent", [19, "orange"], [26, "red"]))
  .thresholdsStyle(dashedLines)
  .withTarget(timeSeriesQuery(byZoneSql("temperature", "Cel", "temperature_c")));

/** Source of 800 and 1500 ppm: décrets and arrêtés of 27 December 2022 (air quality in schools). */
export const co2Panel = timeSeriesPanel(
  {
    id: 9,
    title: "CO2 par zone (ppm)",
    description:
      "Locaux occupés (décrets et arrêtés du 27 décembre 2022) : jusqu'à 800 ppm, bon renouvellement de l'air ; au-delà, agir ; au-delà de 1500 ppm, insuffisant.",
    width: 12,
    height: 9,
  },
  ["mean", "max"],
)
  .unit("ppm")
  .decimals(0)
  .min(400)
  .interval("10m")
  .spanNulls(3_600_000 * 2)
  .thresholds(thresholds("transparent", [800, "orange"], [1500, "red"]))
  .thresholdsStyle(dashedLines)
  .withTarget(timeSeriesQuery(byZoneSql("co2-concentration", "[ppm]", "co2_ppm")));

const quantityNames = {
  temperature: "Température",
  "relative-humidity": "Humidité relative",
  "co2-concentration": "CO2",
  presence: "Présence",
  motion: "Mouvement",
  illuminance: "Éclairement",
  contact: "Ouverture",
  "water-leak": "Fuite d'eau",
  "active-energy": "Index d'énergie",
  "active-power": "Puissance",
  "thermal-energy": "Index de chaleur",
  "pulse-count": "Impulsions",
  volume: "Volume",
  "battery-level": "Pile",
};
const unitNames = { Cel: "°C", "[ppm]": "ppm", "kW.h": "kWh", "W.h": "Wh", m3: "m³", "1": "" };

/**
 * One row a point, one without a value too. Two days back at most: over a month the sort of all its readings took
 * 560 ms for 24 points, since a limit within the view's join cannot follow the index.
 */
export const latestPanel = tablePanel({
  id: 10,
  title: "Dernières valeurs",
  description:
    "Dernière valeur brute de chaque point dans les deux derniers jours de la période ; vide : rien depuis deux jours. Un index n'est pas encore multiplié par son poids.",
  width: 24,
  height: 10,
})
  .overrideByName("Grandeur", [{ id: "mappings", value: [mapping(quantityNames)] }])
  .overrideByName("Unité", [{ id: "mappings", value: [mapping(unitNames)] }])
  .overrideByName("Âge", [{ id: "unit", value: "dateTimeFromNow" }])
  .overrideByName("Valeur", [{ id: "decimals", value: 1 }])
  .withTarget(
    tableQuery(`
select p.zone as "Zone", p.point as "Point", p.quantity as "Grandeur", latest.value as "Valeur", p.unit as "Unité",
       latest.time as "Mesurée", latest.time as "Âge"
  from reporting.point p
  left join lateral (
   select r.time, r.value from reporting.reading r
    where r.point_id = p.point_id and $__timeFilter(r.time)
      and r.time > $__timeTo()::timestamptz - interval '2 days'
    order by r.time desc limit 1) latest on true
 where p.building_id = ${chosenBuilding}
 order by p.zone nulls last, p.point`),
  );

function mapping(words: Readonly<Record<string, string>>) {
  const options = Object.fromEntries(Object.entries(words).map(([code, text], index) => [code, { text, index }]));
  return { type: MappingType.ValueToText, options };
}
