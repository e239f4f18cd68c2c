import {
  type Dashboard,
  DashboardBuilder,
  DashboardCursorSync,
  RowBuilder,
} from "@grafana/grafana-foundation-sdk/dashboard";
import {
  gatewaysPanel,
  lowBatteryCountPanel,
  lowBatteryPanel,
  silentCountPanel,
  silentDevicesPanel,
  silentGatewayCountPanel,
  unknownCountPanel,
  unknownDevicesPanel,
} from "./device-panels.ts";
import { lagPanel, readingRatePanel, rejectPanel, uplinkRatePanel, uplinkTotalPanel } from "./traffic-panels.ts";

/** Does what the sensors send arrive, is it understood, and who has gone silent? */
export function buildIngestionDashboard(): Dashboard {
  return new DashboardBuilder("Santé de l'ingestion")
    .uid("gtb-ingestion")
    .description("Trames, retards, rejets, capteurs inconnus ou muets, piles, passerelles.")
    .tags(["gtb", "exploitation"])
    .timezone("browser")
    .weekStart("monday")
    .time({ from: "now-6h", to: "now" })
    .refresh("1m")
    .readonly()
    .tooltip(DashboardCursorSync.Crosshair)
    .variables([])
    .withPanel(uplinkTotalPanel)
    .withPanel(unknownCountPanel)
    .withPanel(silentCountPanel)
    .withPanel(lowBatteryCountPanel)
    .withPanel(silentGatewayCountPanel)
    .withRow(new RowBuilder("Trafic").id(101))
    .withPanel(uplinkRatePanel)
    .withPanel(lagPanel)
    .withPanel(readingRatePanel)
    .withPanel(rejectPanel)
    .withRow(new RowBuilder("Capteurs et passerelles").id(102))
    .withPanel(unknownDevicesPanel)
    .withPanel(silentDevicesPanel)
    .withPanel(lowBatteryPanel)
    .withPanel(gatewaysPanel)
    .build();
}
