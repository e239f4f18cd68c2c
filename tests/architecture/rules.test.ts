import { expect, test } from "vitest";
import { parseSource } from "./parse-source.ts";
import {
  forbiddenImports,
  hasEmptyName,
  holdsSql,
  isBarrel,
  lineCount,
  readsEnvironment,
  silencesChecker,
  unexplained,
} from "./rules.ts";

const file = (path: string, text: string) => ({ path, text, ...parseSource(text, path) });

test.each([
  ["packages/domain/src/a.ts", 'import { z } from "@gtb/database/pool";'],
  ["packages/devices/src/a.ts", 'import type { T } from "@gtb/database/pool";'],
  ["packages/database/src/a.ts", 'type T = import("@gtb/devices/catalogue").catalogue;'],
  ["packages/database/src/a.ts", 'import { b } from "@gtb/database/b";'],
  ["services/web/src/a.tsx", 'const a = <p />; export { b } from "@gtb/devices/catalogue";'],
  ["services/web/src/a.test.tsx", 'import { b } from "@gtb/infra/test-database";'],
  ["services/api/src/a.ts", 'const jobs = await import("@gtb/jobs/app");'],
  ["services/api/src/a.ts", 'import { b } from "../../jobs/src/app.ts";'],
  ["services/api/src/a.ts", 'import { b } from "@gtb/infra/test-database";'],
  ["tests/acceptance/a.acceptance.test.ts", 'import { b } from "@gtb/contracts/page";'],
  ["tests/acceptance/a.acceptance.test.ts", 'import { b } from "../load/b.ts";'],
])("%s may not: %s", (path, text) => {
  expect(forbiddenImports(file(path, text))).toHaveLength(1);
});

test.each([
  ["services/api/src/a.ts", 'import { b } from "@gtb/database/pool"; import c from "./c.ts"; import "node:fs";'],
  ["services/api/src/routes/a.ts", 'import { b } from "../b.ts";'],
  ["packages/readings/src/a.db.test.ts", 'import { b } from "@gtb/infra/test-database";'],
])("%s may: %s", (path, text) => {
  expect(forbiddenImports(file(path, text))).toEqual([]);
});

test("SQL is seen in strings, templates and calls of query", () => {
  const sql = (path: string, text: string) => holdsSql(file(path, text));
  const path = "services/api/src/a.ts";
  expect(sql(path, `const q = \`with x as (select \${a} from t) select 1\`;`)).toBe(true);
  expect(sql(path, 'const q = "INSERT INTO t values (1)";')).toBe(true);
  expect(sql(path, 'await db.query("begin");')).toBe(true);
  expect(sql(path, "const q = `update t set a = 1`;")).toBe(true);
  expect(sql(path, 'const s = "Please select a building";')).toBe(false);
  expect(sql("services/api/src/a.db.test.ts", 'await db.query("select 1");')).toBe(false);
  expect(sql("packages/database/src/a.ts", 'await db.query("select 1");')).toBe(false);
});

test("the environment is seen in all its forms", () => {
  const reads = (text: string, path = "services/api/src/a.ts") => readsEnvironment(file(path, text));
  expect(reads("const a = process.env.HOME;")).toBe(true);
  expect(reads('const a = process["env"];')).toBe(true);
  expect(reads("const { env } = process;")).toBe(true);
  expect(reads('import { env } from "node:process";')).toBe(true);
  expect(reads("const a = process.argv; const b = config.env;")).toBe(false);
  expect(reads("const a = process.env.HOME;", "packages/service-kit/src/a.ts")).toBe(false);
});

test("any, skipped tests, barrels, empty names and silenced checkers are seen", () => {
  expect(parseSource("const a: Array<any> = [];", "a.ts").saysAny).toBe(true);
  expect(parseSource('const a: unknown = "any"; // any', "a.ts").saysAny).toBe(false);
  expect(parseSource('test.skip("a", () => {});', "a.ts").skipsTests).toBe(true);
  expect(parseSource('describe.only("a", () => {});', "a.ts").skipsTests).toBe(true);
  expect(parseSource('test.each([1])("a", () => {}); rows.skip(1);', "a.ts").skipsTests).toBe(false);
  expect(isBarrel(file("a/b.ts", 'export * from "./c.ts";'))).toBe(true);
  expect(isBarrel(file("a/index.ts", ""))).toBe(true);
  expect(isBarrel(file("a/list-index.ts", 'export { c } from "./c.ts";'))).toBe(false);
  expect(hasEmptyName("packages/domain/src/utils/time.ts")).toBe(true);
  expect(hasEmptyName("packages/domain/src/date-helpers.ts")).toBe(true);
  expect(hasEmptyName("packages/domain/src/utility-meter.ts")).toBe(false);
  expect(silencesChecker({ path: "a.ts", text: "// @ts-ignore\n" })).toBe(true);
  expect(lineCount({ text: "a\nb\n" })).toBe(2);
});

test("an exception without need is as wrong as a violation without exception", () => {
  expect(unexplained(["a"], [{ path: "a", reason: "…" }])).toEqual([]);
  expect(unexplained(["a"], [])).toEqual(["a"]);
  expect(unexplained([], [{ path: "a", reason: "…" }])).toEqual(["a needs no exception"]);
});

test("what cannot be parsed is said with its path", () => {
  expect(() => parseSource("const = ;", "services/api/src/broken.ts")).toThrow();
});
