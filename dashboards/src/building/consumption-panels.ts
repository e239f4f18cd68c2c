import {
  BarAlignment,
  BigValueColorMode,
  BigValueGraphMode,
  GraphDrawStyle,
  ReduceDataOptionsBuilder,
  StackingMode,
} from "@grafana/grafana-foundation-sdk/common";
import { MappingType } from "@grafana/grafana-foundation-sdk/dashboard";
import {
  CellValuesBuilder,
  HeatmapColorMode,
  HeatmapColorOptionsBuilder,
  PanelBuilder as HeatmapPanel,
  YAxisConfigBuilder,
} from "@grafana/grafana-foundation-sdk/heatmap";
import { stacked, statPanel, timeSeriesPanel } from "../panel-parts.ts";
import { dataSource, tableQuery, timeSeriesQuery } from "../sql-query.ts";
import { chosenBuilding } from "./building-variables.ts";
import {
  dailyEnergySql,
  dailySharesSql,
  hourOfDaySql,
  meterPowerSql,
  sharesSql,
  totalEnergySql,
} from "./consumption-sql.ts";

const kilowattHours = "kwatth";
const shareColors = { Mesuré: "green", Estimé: "yellow", Manquant: "red" };

/** Nobody may take a simulation for a measurement. */
export const originPanel = statPanel({
  id: 1,
  title: "Origine des données",
  description: "Un bâtiment simulé est produit par un modèle : aucune de ses valeurs n'a été mesurée.",
  width: 6,
  height: 4,
})
  .colorMode(BigValueColorMode.Background)
  .graphMode(BigValueGraphMode.None)
  .reduceOptions(new ReduceDataOptionsBuilder().calcs(["lastNotNull"]).fields("/.*/").values(false))
  .mappings([
    {
      type: MappingType.ValueToText,
      options: { Simulé: { color: "orange", index: 0 }, Mesuré: { color: "green", index: 1 } },
    },
  ])
  .withTarget(
    tableQuery(`
select case when simulated then 'Simulé' else 'Mesuré' end as "Origine"
  from reporting.building where building_id = ${chosenBuilding}`),
  );

export const totalPanel = statPanel({
  id: 2,
  title: "Consommation de la période (kWh)",
  description: "Compteurs principaux, sans les sous-compteurs ; gaz en kWh PCS. Les heures manquantes n'y sont pas.",
  width: 6,
  height: 4,
})
  .unit(kilowattHours)
  .decimals(0)
  .colorMode(BigValueColorMode.None)
  .graphMode(BigValueGraphMode.None)
  .withTarget(tableQuery(totalEnergySql));

export const sharesPanel = statPanel({
  id: 3,
  title: "Heures mesurées, estimées, manquantes (%)",
  description:
    "Part des heures écoulées de la période. Estimé : l'énergie est connue par les index, sa répartition dans le temps ne l'est pas. Un compteur muet pendant toute la période n'y est pas compté.",
  width: 12,
  height: 4,
})
  .unit("percentunit")
  .decimals(1)
  .colorMode(BigValueColorMode.Value)
  .graphMode(BigValueGraphMode.None)
  .overrides(Object.entries(shareColors).map(([name, color]) => fixedColor(name, color)))
  .withTarget(tableQuery(sharesSql));

export const dailyEnergyPanel = timeSeriesPanel(
  {
    id: 4,
    title: "Consommation par jour (kWh)",
    description:
      "Jours du bâtiment, de minuit à minuit à l'heure locale (23 ou 25 h aux changements d'heure), par compteur principal ; gaz en kWh PCS.",
    width: 16,
    height: 9,
  },
  ["sum"],
)
  .unit(kilowattHours)
  .min(0)
  .interval("1d")
  .drawStyle(GraphDrawStyle.Bars)
  // A bar lies over its day, not around its midnight.
  .barAlignment(BarAlignment.After)
  .fillOpacity(80)
  .stacking(stacked())
  .withTarget(timeSeriesQuery(dailyEnergySql));

export const dailySharesPanel = timeSeriesPanel({
  id: 5,
  title: "Qualité par jour (%)",
  description: "Part mesurée, estimée et manquante des heures écoulées de chaque jour.",
  width: 8,
  height: 9,
})
  .unit("percentunit")
  .min(0)
  .max(1)
  .interval("1d")
  .drawStyle(GraphDrawStyle.Bars)
  // A bar lies over its day, not around its midnight.
  .barAlignment(BarAlignment.After)
  .fillOpacity(80)
  .stacking(stacked(StackingMode.Normal))
  .overrides(Object.entries(shareColors).map(([name, color]) => fixedColor(name, color)))
  .withTarget(timeSeriesQuery(dailySharesSql));

export const hourOfDayPanel = new HeatmapPanel()
  .id(6)
  .title("Consommation heure par heure (kWh)")
  .description("Un jour par colonne, une heure locale par ligne : une nuit ou un dimanche qui consomme se voit.")
  .span(24)
  .height(10)
  .datasource(dataSource)
  .calculate(false)
  .color(new HeatmapColorOptionsBuilder().mode(HeatmapColorMode.Scheme).scheme("Turbo").steps(64))
  .cellValues(new CellValuesBuilder().unit(kilowattHours).decimals(1))
  .yAxis(new YAxisConfigBuilder().reverse(true))
  .cellGap(1)
  .withTarget(timeSeriesQuery(hourOfDaySql));

export const meterPowerPanel = timeSeriesPanel(
  {
    id: 7,
    title: "Puissance moyenne par compteur (kW)",
    description: "Tous les compteurs, sous-compteurs compris ; moyenne des heures connues de chaque intervalle.",
    width: 24,
    height: 9,
  },
  ["mean", "max"],
)
  .unit("kwatt")
  .min(0)
  .interval("1h")
  .fillOpacity(5)
  .withTarget(timeSeriesQuery(meterPowerSql));

function fixedColor(name: string, color: string) {
  return {
    matcher: { id: "byName", options: name },
    properties: [{ id: "color", value: { mode: "fixed", fixedColor: color } }],
  };
}
