import { type Fill, parseFill } from "./fill.ts";
import { formatInterval, parseInterval } from "./interval.ts";
import { stripSqlComments } from "./sql-comments.ts";
import { formatUtc, type TimeRange, unixNanoseconds, unixSeconds } from "./time-range.ts";

export interface MacroContext {
  readonly range: TimeRange;
  /** What `$__interval` stands for, in milliseconds. */
  readonly intervalMs: number;
  /** The data source's setting: `$__timeGroup` becomes `time_bucket` then. */
  readonly timescaledb: boolean;
}

export interface ExpandedSql {
  readonly sql: string;
  /** Set where a `$__timeGroup` asked for it. */
  readonly fill?: Fill;
}

/** A macro's call ends at the first closing parenthesis: its arguments cannot hold a call of a function. */
const macroCall = /\$([_a-zA-Z0-9]+)\(([^)]*)\)/g;

/**
 * Expands the macros of a query as Grafana's PostgreSQL data source does, quirks included, so that a query that
 * would fail there fails here. Throws on an unknown macro or wrong arguments.
 * Source: grafana, pkg/tsdb/grafana-postgresql-datasource/macros.go and sqleng/sql_engine.go (versions of 2025–2026).
 */
export function expandMacros(sql: string, context: MacroContext): ExpandedSql {
  const prepared = replaceIntervals(stripSqlComments(sql), context);
  let fill: Fill | undefined;
  const onFill = (asked: Fill) => {
    fill = asked;
  };
  const expanded = prepared.replace(macroCall, (call, name: string, list: string) => {
    const macro = macros[isOldTimeGroup(prepared, call, name) ? "__timeGroupAlias" : name];
    if (macro === undefined) throw new Error(`unknown macro "${name}"`);
    const args = list.split(",").map((argument) => argument.replace(/^ +| +$/g, ""));
    return macro({ name, args, context, onFill });
  });
  return fill === undefined ? { sql: expanded } : { sql: expanded, fill };
}

function replaceIntervals(sql: string, { intervalMs, range }: MacroContext): string {
  return sql
    .replaceAll("$__interval_ms", String(intervalMs))
    .replaceAll("$__interval", formatInterval(intervalMs))
    .replaceAll("$__unixEpochFrom()", String(unixSeconds(range.from)))
    .replaceAll("$__unixEpochTo()", String(unixSeconds(range.to)));
}

/** Before Grafana 5.3 `$__timeGroup(…),` named its column: a comma right after the first such call still does so. */
function isOldTimeGroup(sql: string, call: string, name: string): boolean {
  return name === "__timeGroup" && sql[sql.indexOf(call) + call.length] === ",";
}

interface MacroCall {
  readonly name: string;
  readonly args: readonly string[];
  readonly context: MacroContext;
  readonly onFill: (fill: Fill) => void;
}

type Macro = (call: MacroCall) => string;

const macros: Readonly<Record<string, Macro>> = {
  __time: ({ args }) => `${args[0]} AS "time"`,
  __timeEpoch: ({ args }) => `extract(epoch from ${args[0]}) as "time"`,
  __timeFilter: ({ args, context: { range } }) =>
    `${args[0]} BETWEEN '${formatUtc(range.from)}' AND '${formatUtc(range.to)}'`,
  __timeFrom: ({ context: { range } }) => `'${formatUtc(range.from)}'`,
  __timeTo: ({ context: { range } }) => `'${formatUtc(range.to)}'`,
  __timeGroup: timeGroup,
  __timeGroupAlias: (call) => `${timeGroup({ ...call, name: "__timeGroup" })} AS "time"`,
  __unixEpochFilter: ({ args, context: { range } }) =>
    `${args[0]} >= ${unixSeconds(range.from)} AND ${args[0]} <= ${unixSeconds(range.to)}`,
  __unixEpochNanoFilter: ({ args, context: { range } }) =>
    `${args[0]} >= ${unixNanoseconds(range.from)} AND ${args[0]} <= ${unixNanoseconds(range.to)}`,
  __unixEpochNanoFrom: ({ context: { range } }) => String(unixNanoseconds(range.from)),
  __unixEpochNanoTo: ({ context: { range } }) => String(unixNanoseconds(range.to)),
  __unixEpochGroup: unixEpochGroup,
  __unixEpochGroupAlias: (call) => `${unixEpochGroup({ ...call, name: "__unixEpochGroup" })} AS "time"`,
};

function timeGroup(call: MacroCall): string {
  const seconds = bucketSeconds(call);
  const [column] = call.args;
  return call.context.timescaledb
    ? `time_bucket('${seconds.toFixed(3)}s',${column})`
    : `floor(extract(epoch from ${column})/${seconds})*${seconds}`;
}

function unixEpochGroup(call: MacroCall): string {
  const seconds = bucketSeconds(call);
  return `floor((${call.args[0]})/${seconds})*${seconds}`;
}

/** The bucket's length from the second argument; tells of the fill that a third one asks for. */
function bucketSeconds({ name, args, context, onFill }: MacroCall): number {
  const [, interval, fill] = args;
  if (interval === undefined) {
    throw new Error(`macro ${name} needs time column and interval and optional fill value`);
  }
  const intervalMs = parseInterval(interval.replace(/^'+|'+$/g, ""), context.range.to);
  if (intervalMs <= 0) throw new Error(`interval must be positive, got ${interval}`);
  if (args.length === 3 && fill !== undefined) onFill(parseFill(fill, intervalMs));
  return intervalMs / 1000;
}
