import {
  type Dashboard,
  DashboardBuilder,
  DashboardCursorSync,
  RowBuilder,
} from "@grafana/grafana-foundation-sdk/dashboard";
import { buildingVariable, energyVariable, organisationVariable } from "./building-variables.ts";
import { co2Panel, latestPanel, temperaturePanel } from "./comfort-panels.ts";
import {
  dailyEnergyPanel,
  dailySharesPanel,
  hourOfDayPanel,
  meterPowerPanel,
  originPanel,
  sharesPanel,
  totalPanel,
} from "./consumption-panels.ts";

/** One building: what it consumed, how well that is known, and how its rooms fared meanwhile. */
export function buildBuildingDashboard(): Dashboard {
  return (
    new DashboardBuilder("Bâtiment : consommation et confort")
      .uid("gtb-building")
      .description("Consommation, qualité des données, températures et CO2 d'un bâtiment.")
      .tags(["gtb", "énergie", "confort"])
      // Days on the axis are those of the buildings, wherever the reader is.
      .timezone("Europe/Paris")
      .weekStart("monday")
      .time({ from: "now-30d/d", to: "now" })
      .refresh("5m")
      .readonly()
      .tooltip(DashboardCursorSync.Crosshair)
      .withVariable(organisationVariable)
      .withVariable(buildingVariable)
      .withVariable(energyVariable)
      .withRow(new RowBuilder("Consommation").id(101))
      .withPanel(originPanel)
      .withPanel(totalPanel)
      .withPanel(sharesPanel)
      .withPanel(dailyEnergyPanel)
      .withPanel(dailySharesPanel)
      .withPanel(hourOfDayPanel)
      .withPanel(meterPowerPanel)
      .withRow(new RowBuilder("Confort").id(102))
      .withPanel(temperaturePanel)
      .withPanel(co2Panel)
      .withPanel(latestPanel)
      .build()
  );
}
