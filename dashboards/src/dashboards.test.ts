import { readFile } from "node:fs/promises";
import { checkDashboard } from "@gtb/grafana-sdk-mocks/check-dashboard";
import { readDashboardProviders, readDataSources } from "@gtb/grafana-sdk-mocks/provisioning";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { findStaleDashboards, generateDashboards } from "./generated-dashboards.ts";

const root = new URL("../../", import.meta.url);
const readText = (path: string) => readFile(new URL(path, root), "utf8");
const compose: ComposeFile = parse(await readText("docker-compose.yml"), { merge: true });
const grafana = compose.services["grafana"];
/** What compose shows to the container. */
const sources = {
  files: Object.fromEntries((grafana?.secrets ?? []).map((name) => [`/run/secrets/${name}`, "secret"])),
};
const dataSources = readDataSources(await readText("infra/grafana/provisioning/datasources/gtb.yaml"), sources);

interface ComposeFile {
  readonly services: Readonly<Record<string, { readonly volumes?: string[]; readonly secrets?: string[] }>>;
}

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

test("Grafana is given a read-only TimescaleDB source, from a service of compose", () => {
  const [source] = dataSources;
  expect(source).toMatchObject({ user: "gtb_grafana", editable: false, jsonData: { timescaledb: true } });
  expect(Object.keys(compose.services)).toContain(source?.url.split(":")[0]);
});

test("the dashboards are read where compose mounts them", async () => {
  const yaml = await readText("infra/grafana/provisioning/dashboards/gtb.yaml");
  const [provider] = readDashboardProviders(yaml, sources);
  expect(provider?.allowUiUpdates).toBe(false);
  expect(grafana?.volumes).toContain(`./dashboards/generated:${provider?.options.path}:ro`);
  expect(grafana?.volumes).toContain("./infra/grafana/provisioning:/etc/grafana/provisioning:ro");
});
