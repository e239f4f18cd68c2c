import { readFile } from "node:fs/promises";
import { checkDashboard } from "@gtb/grafana-sdk-mocks/check-dashboard";
import { readDashboardProviders, readDataSources } from "@gtb/grafana-sdk-mocks/provisioning";
import { expect, test } from "vitest";
import { findStaleDashboards, generateDashboards } from "./generated-dashboards.ts";

const provisioning = new URL("../../infra/grafana/provisioning/", import.meta.url);
const readProvisioning = (path: string) => readFile(new URL(path, provisioning), "utf8");
const environment = {
  GTB_GRAFANA_DB_ADDRESS: "timescaledb:5432",
  GTB_GRAFANA_DB_NAME: "gtb",
  GTB_GRAFANA_DB_SSLMODE: "disable",
  GTB_GRAFANA_DB_PASSWORD: "secret",
};
const dataSources = readDataSources(await readProvisioning("datasources/gtb.yaml"), environment);

test("the committed JSON is what the TypeScript says", async () => {
  expect(await findStaleDashboards()).toEqual([]);
});

test.each([...generateDashboards()])("%s holds every rule of Grafana's", (_, json) => {
  expect(checkDashboard(JSON.parse(json), dataSources)).toEqual([]);
});

test("no two dashboards share a uid or a title: Grafana would show one of them", () => {
  const dashboards = [...generateDashboards().values()].map((json): { uid: string; title: string } => JSON.parse(json));
  expect(new Set(dashboards.map(({ uid }) => uid)).size).toBe(dashboards.length);
  expect(new Set(dashboards.map(({ title }) => title)).size).toBe(dashboards.length);
});

test("Grafana is given a read-only TimescaleDB source, and the folder that compose mounts", async () => {
  expect(dataSources).toMatchObject([
    { uid: "gtb", user: "gtb_grafana_reader", editable: false, jsonData: { database: "gtb", timescaledb: true } },
  ]);
  const [provider] = readDashboardProviders(await readProvisioning("dashboards/gtb.yaml"), environment);
  expect(provider).toMatchObject({ allowUiUpdates: false, options: { path: "/etc/gtb/dashboards" } });
});
