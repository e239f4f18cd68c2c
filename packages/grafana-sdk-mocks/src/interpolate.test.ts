import { describe, expect, test } from "vitest";
import { interpolate, referencedNames, type ScopedVariable } from "./interpolate.ts";

const variables: readonly ScopedVariable[] = [
  { name: "one", value: "L'école", text: "L'école" },
  { name: "several", value: ["a", "b'c"], text: "a + b'c", multi: true },
  { name: "single", value: "a", text: "a", multi: true },
  { name: "empty", value: [], text: "All", multi: true, includeAll: true },
  { name: "all", value: ["a", "b"], text: "All", includeAll: true, customAllValue: "select '$one'" },
  { name: "__from", value: 1_523_556_000_500, text: "" },
];
const scope = new Map(variables.map((variable) => [variable.name, variable]));

describe("without a format, as SQL data sources quote", () => {
  test.each([
    ["= '$one'", "= 'L''école'"],
    ["= '[[one]]'", "= 'L''école'"],
    ["= '${one}'", "= 'L''école'"],
    ["in ($several)", "in ('a','b''c')"],
    ["in ($single)", "in ('a')"],
    ["in ($empty)", "in ()"],
    ["in ($all)", "in (select 'L''école')"],
    ["> $__from", "> 1523556000500"],
    ["$__timeFilter(t) and $unknown and $1", "$__timeFilter(t) and $unknown and $1"],
  ])("%s", (sql, expected) => {
    expect(interpolate(sql, scope)).toBe(expected);
  });
});

describe("formats", () => {
  test.each([
    ["${several:csv}", "a,b'c"],
    ["[[several:csv]]", "a,b'c"],
    ["${several:pipe}", "a|b'c"],
    ["${several:raw}", "a,b'c"],
    ["${several:glob}", "{a,b'c}"],
    ["${several:nosuchformat}", "{a,b'c}"],
    ["${several:json}", `["a","b'c"]`],
    ["${several:sqlstring}", "'a','b''c'"],
    ["${several:singlequote}", "'a','b\\'c'"],
    ["${several:doublequote}", `"a","b'c"`],
    ["${several:regex}", "(a|b'c)"],
    ["${several:lucene}", `("a" OR "b'c")`],
    ["${several:distributed}", "a,several=b'c"],
    ["${several:join: or }", "a or b'c"],
    ["${several:text}", "a + b'c"],
    ["${several:queryparam}", "var-several=a&var-several=b%27c"],
    ["${several:percentencode}", "%7Ba%2Cb%27c%7D"],
    ["${one:sqlstring}", "'L''école'"],
    ["${one:raw}", "L'école"],
    ["${one:glob}", "L'école"],
    ["${empty:sqlstring}", ""],
    ["${empty:lucene}", "__empty__"],
    ["${all:text}", "All"],
    ["${all:sqlstring}", "select 'L''école'"],
    ["${all:queryparam}", "var-all=All"],
    ["${__from:date}", "2018-04-12T18:00:00.500Z"],
    ["${__from:date:iso}", "2018-04-12T18:00:00.500Z"],
    ["${__from:date:seconds}", "1523556001"],
    ["${__from:date:ms}", "1523556000500"],
    ["${__from}", "1523556000500"],
  ])("%s", (target, expected) => {
    expect(interpolate(target, scope)).toBe(expected);
  });

  test("a date pattern that only the browser could format is refused, not guessed", () => {
    expect(() => interpolate("${__from:date:YYYY-MM}", scope)).toThrow("YYYY-MM");
  });
});

test("referencedNames", () => {
  expect(referencedNames("$a [[b]] [[c:csv]] ${d} ${e:date:iso} $__timeFilter(x) $1")).toEqual([
    "a",
    "b",
    "c",
    "d",
    "e",
    "__timeFilter",
    "1",
  ]);
});
