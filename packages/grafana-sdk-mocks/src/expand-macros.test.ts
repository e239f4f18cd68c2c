import { describe, expect, test } from "vitest";
import { expandMacros } from "./expand-macros.ts";

// The range and the expected SQL are those of Grafana's documentation and of its own macro tests.
const range = { from: new Date("2018-04-12T18:00:00Z"), to: new Date("2018-04-12T18:05:00Z") };
const plain = (sql: string) => expandMacros(sql, { range, intervalMs: 60_000, timescaledb: false });
const timescale = (sql: string) => expandMacros(sql, { range, intervalMs: 60_000, timescaledb: true });

describe("columns and filters", () => {
  test.each([
    ["select $__time(time_column)", 'select time_column AS "time"'],
    ["select min($__time(time_column))", 'select min(time_column AS "time")'],
    ["select $__timeEpoch(t)", 'select extract(epoch from t) as "time"'],
    ["WHERE $__timeFilter(t)", "WHERE t BETWEEN '2018-04-12T18:00:00Z' AND '2018-04-12T18:05:00Z'"],
    ["select $__timeFrom()", "select '2018-04-12T18:00:00Z'"],
    ["select $__timeTo()", "select '2018-04-12T18:05:00Z'"],
    ["select $__unixEpochFilter(t)", "select t >= 1523556000 AND t <= 1523556300"],
    ["select $__unixEpochFrom(), $__unixEpochTo()", "select 1523556000, 1523556300"],
    ["select $__unixEpochNanoFilter(t)", "select t >= 1523556000000000000 AND t <= 1523556300000000000"],
    ["select $__unixEpochNanoFrom()", "select 1523556000000000000"],
    ["select $__unixEpochNanoTo()", "select 1523556300000000000"],
    ["select $__interval, $__interval_ms", "select 1m, 60000"],
  ])("%s", (sql, expected) => {
    expect(plain(sql)).toEqual({ sql: expected });
  });

  test("times keep their fraction, and times before 1970 are negative", () => {
    const early = { from: new Date("1960-02-01T07:00:00.5Z"), to: new Date("1965-02-03T08:00:00Z") };
    const expand = (sql: string) => expandMacros(sql, { range: early, intervalMs: 1000, timescaledb: false }).sql;
    expect(expand("$__timeFilter(t)")).toBe("t BETWEEN '1960-02-01T07:00:00.5Z' AND '1965-02-03T08:00:00Z'");
    expect(expand("$__unixEpochFilter(t)")).toBe("t >= -312915600 AND t <= -154886400");
  });
});

describe("$__timeGroup", () => {
  test.each([
    ["SELECT $__timeGroup(t,'5m')", "SELECT floor(extract(epoch from t)/300)*300"],
    ["$__timeGroup(t , '5m')", "floor(extract(epoch from t)/300)*300"],
    ["$__timeGroup(t, 5m)", "floor(extract(epoch from t)/300)*300"],
    ["$__timeGroupAlias(t,'5m')", 'floor(extract(epoch from t)/300)*300 AS "time"'],
    ["SELECT $__timeGroup(t,'5m'), value", 'SELECT floor(extract(epoch from t)/300)*300 AS "time", value'],
    ["SELECT $__timeGroup(t,'5m') as time, v", "SELECT floor(extract(epoch from t)/300)*300 as time, v"],
    ["$__timeGroup(t,'20ms')", "floor(extract(epoch from t)/0.02)*0.02"],
    ["$__timeGroup(t,$__interval)", "floor(extract(epoch from t)/60)*60"],
    ["$__unixEpochGroup(t+a,'5m')", "floor((t+a)/300)*300"],
    ["$__unixEpochGroupAlias(t+a,'5m')", 'floor((t+a)/300)*300 AS "time"'],
  ])("plain PostgreSQL: %s", (sql, expected) => {
    expect(plain(sql).sql).toBe(expected);
  });

  test.each([
    ["GROUP BY $__timeGroup(t,'5m')", "GROUP BY time_bucket('300.000s',t)"],
    ["GROUP BY $__timeGroup(t , '12d')", "GROUP BY time_bucket('1036800.000s',t)"],
    ["GROUP BY $__timeGroup(t,'20ms')", "GROUP BY time_bucket('0.020s',t)"],
    ["$__timeGroupAlias(t,'1h30m')", "time_bucket('5400.000s',t) AS \"time\""],
    ["$__timeGroup(t,'1M')", "time_bucket('2592000.000s',t)"],
  ])("TimescaleDB: %s", (sql, expected) => {
    expect(timescale(sql).sql).toBe(expected);
  });

  test.each([
    ["NULL", { mode: "null", value: 0 }],
    ["previous", { mode: "previous", value: 0 }],
    ["0", { mode: "value", value: 0 }],
    ["1.5", { mode: "value", value: 1.5 }],
  ])("fill argument %s", (argument, fill) => {
    const expanded = timescale(`$__timeGroup(t,'5m',${argument})`);
    expect(expanded).toEqual({ sql: "time_bucket('300.000s',t)", fill: { ...fill, intervalMs: 300_000 } });
  });

  test.each([
    ["$__timeGroup(t,'5m',zero)", "error parsing fill value zero"],
    ["$__timeGroup(t,'5m',null)", "error parsing fill value null"],
    ["$__timeGroup(t,'5 minutes')", "error parsing interval 5 minutes"],
    ["$__timeGroup(t,'0s')", "interval must be positive, got '0s'"],
    ["$__timeGroup(t)", "macro __timeGroup needs time column and interval and optional fill value"],
    ["$__timeGroupp(t,'5m')", 'unknown macro "__timeGroupp"'],
  ])("refused: %s", (sql, message) => {
    expect(() => timescale(sql)).toThrow(message);
  });
});

describe("comments", () => {
  test.each([
    ["SELECT 1 -- $__unknown(t)\nFROM t", "SELECT 1 \nFROM t"],
    ["SELECT /* $__unknown(t) */ 1", "SELECT  1"],
    ["SELECT '-- it''s text' AS a -- away", "SELECT '-- it''s text' AS a "],
    ['SELECT "col /* name */" FROM t', 'SELECT "col /* name */" FROM t'],
    ["SELECT $body$ -- text $body$", "SELECT $body$ -- text $body$"],
    ["SELECT $__timeFrom() -- away", "SELECT '2018-04-12T18:00:00Z' "],
    ["SELECT $__interval /*app='grafana',source='bi'*/", "SELECT 1m /*app='grafana',source='bi'*/"],
    ["SELECT 1 /*i='$__interval'*/", "SELECT 1 "],
  ])("%s", (sql, expected) => {
    expect(plain(sql).sql).toBe(expected);
  });
});
