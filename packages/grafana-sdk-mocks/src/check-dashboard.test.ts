import { expect, test } from "vitest";
import { checkDashboard } from "./check-dashboard.ts";
import type { ProvisionedDataSource } from "./provisioning.ts";

const ref = { type: "grafana-postgresql-datasource", uid: "gtb" };
const dataSource: ProvisionedDataSource = {
  ...{
    name: "GTB",
    uid: "gtb",
    type: "grafana-postgresql-datasource",
    access: "proxy",
    url: "db:5432",
    user: "reader",
  },
  jsonData: { database: "gtb", sslmode: "disable", timescaledb: true },
  secureJsonData: { password: "secret" },
};

const target = (refId: string, rawSql: string) => ({
  ...{ refId, rawSql, datasource: ref, format: "time_series", rawQuery: true, editorMode: "code" },
});
const bounded = "select r.time, r.value from reporting.reading r where $__timeFilter(r.time)";

function panel(change: object = {}) {
  return {
    ...{ id: 1, type: "timeseries", title: "Températures (°C)", datasource: ref, targets: [target("A", bounded)] },
    ...{ gridPos: { x: 0, y: 0, w: 12, h: 8 }, fieldConfig: { defaults: {}, overrides: [] }, options: {} },
    ...change,
  };
}

const variable = (name: string, query: string) => ({
  ...{ type: "query", name, label: name, datasource: ref, query, refresh: 1 },
});

function dashboard(change: object = {}) {
  return {
    ...{ uid: "test", title: "Test", schemaVersion: 42, timezone: "browser", editable: false },
    ...{ time: { from: "now-6h", to: "now" }, panels: [panel()], templating: { list: [] } },
    ...change,
  };
}

const withSql = (rawSql: string) => dashboard({ panels: [panel({ targets: [target("A", rawSql)] })] });

test("a right dashboard has no problem", () => {
  expect(checkDashboard(dashboard(), [dataSource])).toEqual([]);
});

test.each([
  ["no uid", dashboard({ uid: undefined }), "uid: "],
  ["an id of another Grafana", dashboard({ id: 7 }), "id: "],
  ["a panel of a plugin", dashboard({ panels: [panel({ type: "my-plugin" })] }), "panels.0.type: "],
  ["past the grid", dashboard({ panels: [panel({ gridPos: { x: 13, y: 0, w: 12, h: 8 } })] }), "panels.0.gridPos: "],
  ["one id twice", dashboard({ panels: [panel(), panel({ gridPos: { x: 12, y: 0, w: 12, h: 8 } })] }), "panel id 1"],
  [
    "overlap",
    dashboard({ panels: [panel(), panel({ id: 2, gridPos: { x: 11, y: 7, w: 2, h: 2 } })] }),
    "1 and 2 overlap",
  ],
  ["foreign source", dashboard({ panels: [panel({ datasource: { ...ref, uid: "x" } })] }), "no data source"],
  [
    "one refId twice",
    dashboard({ panels: [panel({ targets: [target("A", bounded), target("A", bounded)] })] }),
    "refId A",
  ],
  ["unknown variable", withSql(`${bounded} and r.zone = '$zone'`), "$zone is no variable"],
  ["unknown macro", withSql(`${bounded} and $__tmeFilter(r.time)`), 'unknown macro "__tmeFilter"'],
  ["macro without its call", withSql(`${bounded} and $__timeFilter`), "$__timeFilter is no macro"],
  ["unbounded", withSql("select time, value from reporting.reading"), "without bounding it"],
  [
    "late variable",
    dashboard({ templating: { list: [variable("a", "select '$b'"), variable("b", "select '$a'")] } }),
    "$b is not defined before it",
  ],
  ["unused variable", dashboard({ templating: { list: [variable("spare", "select 1")] } }), "spare is never used"],
])("refused: %s", (_, wrong, problem) => {
  expect(checkDashboard(wrong, [dataSource]).join("\n")).toContain(problem);
});
