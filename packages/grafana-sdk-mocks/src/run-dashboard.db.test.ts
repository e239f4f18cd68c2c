import { createPool } from "@gtb/database/pool";
import { createTestDatabase } from "@gtb/infra/test-database";
import { afterAll, describe, expect, test } from "vitest";
import { toRows } from "./frame.ts";
import { runDashboard } from "./run-dashboard.ts";

const database = await createTestDatabase();
const pool = createPool({ databaseUrl: database.databaseUrl, applicationName: "grafana-sdk-mocks-test" });
afterAll(() => pool.end());

const ref = { type: "grafana-postgresql-datasource", uid: "gtb" };
const range = { from: new Date("2026-01-01T00:00:00Z"), to: new Date("2026-01-01T00:20:00Z") };

interface Query {
  readonly sql: string;
  readonly format?: "table" | "time_series";
  readonly interval?: string;
}

const variable = (name: string, query: string, more: object = {}) => ({
  ...{ type: "query", name, label: name, datasource: ref, query, refresh: 1 },
  ...more,
});

function dashboard({ sql, format = "table", interval }: Query, variables: readonly object[] = []) {
  const target = { refId: "A", datasource: ref, rawSql: sql, format, rawQuery: true, editorMode: "code" };
  const panel = {
    ...{ id: 1, type: "table", title: "Test", datasource: ref, targets: [target], options: {} },
    ...{ gridPos: { x: 0, y: 0, w: 12, h: 8 }, fieldConfig: { defaults: {}, overrides: [] }, interval },
  };
  return {
    ...{ uid: "test", title: "Test", schemaVersion: 42, timezone: "browser", editable: false },
    ...{ time: { from: "now-6h", to: "now" }, panels: [panel], templating: { list: variables } },
  };
}

async function rowsOf(query: Query, variables?: readonly object[], chosen?: Record<string, string | string[]>) {
  const [result] = await runDashboard(pool, dashboard(query, variables), { ...range, variables: chosen ?? {} });
  if (result === undefined || result.error !== undefined) throw new Error(result?.error ?? "no result");
  return toRows(result.frame);
}

describe("what a query gives", () => {
  test("is read as Grafana reads it, whatever the pool's own parsers", async () => {
    const sql = `select 1::bigint as big, 1.5::numeric as number, 2::real as real, true as flag, null as nothing,
                        timestamptz '2026-01-01 01:00+01' as at, timestamp '2026-01-01 00:00' as naive,
                        date '2026-01-01' as day, '{"a":1}'::jsonb as json, interval '90 s' as span, 'text' as text`;
    const midnight = new Date("2026-01-01T00:00:00Z");
    expect(await rowsOf({ sql })).toEqual([
      {
        ...{ big: 1, number: 1.5, real: 2, flag: true, nothing: null, at: midnight, naive: midnight, day: midnight },
        ...{ json: '{"a": 1}', span: "00:01:30", text: "text" },
      },
    ]);
  });

  test("is a filled time series on TimescaleDB's own buckets", async () => {
    const sql = `select $__timeGroupAlias(t,$__interval,0), name as metric, count(*)
                   from (values (timestamptz '2026-01-01 00:06Z', 'a'), ('2026-01-01 00:07Z', 'a')) rows (t, name)
                  where $__timeFilter(t) group by 1, 2 order by 1`;
    const rows = await rowsOf({ sql, format: "time_series", interval: "5m" });
    expect(rows.map((row) => row["a"])).toEqual([0, 2, 0, 0, 0]);
  });

  test("is an error of its panel, with the SQL that was sent", async () => {
    const [result] = await runDashboard(pool, dashboard({ sql: "select $__timeFrom() from nowhere" }), range);
    expect(result?.error).toContain('relation "nowhere" does not exist');
    expect(result?.sql).toBe("select '2026-01-01T00:00:00Z' from nowhere");
  });

  test("is an error where a time series has no time", async () => {
    const [result] = await runDashboard(pool, dashboard({ sql: "select 1 as value", format: "time_series" }), range);
    expect(result?.error).toContain("time column is missing");
  });
});

describe("variables", () => {
  const letters = "select l as __text, lower(l) as __value from unnest('{A,B,C}'::text[]) l";

  test("take the first option, see those before them, and go into the query quoted as they must", async () => {
    const variables = [variable("letter", letters), variable("double", "select '$letter' || '$letter'")];
    expect(await rowsOf({ sql: "select '$letter' as one, '$double' as two" }, variables)).toEqual([
      { one: "a", two: "aa" },
    ]);
  });

  test("take what was chosen, and drop what is no option", async () => {
    const variables = [variable("letter", letters, { multi: true })];
    const sql = "select x from unnest(array[$letter]::text[]) x";
    expect(await rowsOf({ sql }, variables, { letter: ["c", "z", "b"] })).toEqual([{ x: "b" }, { x: "c" }]);
    expect(await rowsOf({ sql }, variables, { letter: "z" })).toEqual([{ x: "a" }]);
  });

  test("All is every option, or its own text, or nothing at all", async () => {
    const all = { multi: true, includeAll: true, current: { text: ["All"], value: ["$__all"] } };
    const sql = "select count(*) from unnest(array[$letter]::text[]) x";
    expect(await rowsOf({ sql }, [variable("letter", letters, all)])).toEqual([{ count: 3 }]);
    expect(await rowsOf({ sql }, [variable("letter", `${letters} where false`, all)])).toEqual([{ count: 0 }]);
    const custom = variable("letter", letters, { ...all, allValue: "'x','y'" });
    expect(await rowsOf({ sql }, [custom])).toEqual([{ count: 2 }]);
  });

  test("custom ones list their own options", async () => {
    const custom = { type: "custom", name: "unit", label: "unit", query: "Jour : day, Mois : month" };
    expect(await rowsOf({ sql: "select '$unit' as unit" }, [custom])).toEqual([{ unit: "day" }]);
    expect(await rowsOf({ sql: "select '$unit' as unit" }, [custom], { unit: "month" })).toEqual([{ unit: "month" }]);
  });
});
