import type { Queryable } from "@gtb/database/pool";
import type { DashboardVariable } from "./dashboard-schema.ts";
import { expandMacros } from "./expand-macros.ts";
import { type Frame, rowCount } from "./frame.ts";
import { interpolate, type ScopedVariable, type VariableScope } from "./interpolate.ts";
import { queryFrame } from "./query-frame.ts";
import type { TimeRange } from "./time-range.ts";

interface Option {
  readonly text: string;
  readonly value: string;
}

/** What a person chose, by variable name: `$__all` for All. Values that are no option are dropped, as in Grafana. */
export type ChosenValues = Readonly<Record<string, string | readonly string[]>>;

const allValue = "$__all";

/**
 * The values of a dashboard's variables, asked in their order, each query seeing the variables before it. Without a
 * choice the dashboard's own current value holds, else the first option. Throws the database's error.
 */
export async function resolveVariables(
  db: Queryable,
  variables: readonly DashboardVariable[],
  { range, timescaledb, chosen }: { range: TimeRange; timescaledb: boolean; chosen: ChosenValues },
): Promise<VariableScope> {
  const scope = new Map(timeVariables(range).map((variable) => [variable.name, variable]));
  for (const variable of variables) {
    const query = interpolate(variable.query, scope);
    const { sql } = expandMacros(variable.type === "query" ? query : "", { range, timescaledb, intervalMs: 60_000 });
    const options = variable.type === "query" ? readOptions(await queryFrame(db, sql)) : customOptions(query);
    const wanted = chosen[variable.name] ?? variable.current?.value ?? [];
    scope.set(variable.name, choose(variable, options, Array.isArray(wanted) ? wanted : [String(wanted)]));
  }
  return scope;
}

function timeVariables({ from, to }: TimeRange): readonly ScopedVariable[] {
  return [
    { name: "__from", value: from.getTime(), text: "" },
    { name: "__to", value: to.getTime(), text: "" },
  ];
}

/** Columns `__text` and `__value`, else every cell is an option; of two options with one text the first stays. */
function readOptions(frame: Frame): readonly Option[] {
  const column = (name: string) => frame.columns.find((one) => one.name === name);
  const [texts, values] = [column("__text"), column("__value")];
  const options =
    texts !== undefined && values !== undefined
      ? Array.from({ length: rowCount(frame) }, (_, row) => ({
          text: String(texts.cells[row]),
          value: String(values.cells[row]),
        }))
      : frame.columns.flatMap(({ cells }) => cells.map((cell) => ({ text: String(cell), value: String(cell) })));
  return options.filter(({ text }, index) => options.findIndex((one) => one.text === text) === index);
}

/** `a,b` or `Shown : value,…`. */
function customOptions(query: string): readonly Option[] {
  return query.split(",").map((part) => {
    const [text = "", value = text] = part.split(" : ").map((side) => side.trim());
    return { text, value };
  });
}

/** Source: grafana/scenes, MultiValueVariable.ts. */
function choose(variable: DashboardVariable, options: readonly Option[], wanted: readonly string[]): ScopedVariable {
  const { name, multi = false, includeAll = false, allValue: customAll } = variable;
  const base = { name, multi, includeAll };
  if (includeAll && (options.length === 0 || wanted[0] === allValue)) {
    const all = { ...base, value: options.map(({ value }) => value), text: "All" };
    return customAll ? { ...all, customAllValue: customAll } : all;
  }
  const found = options.filter(({ value }) => wanted.includes(value));
  const kept = found.length > 0 ? found : options.slice(0, 1);
  const text = kept.map((option) => option.text).join(" + ");
  if (multi) return { ...base, value: kept.map(({ value }) => value), text };
  return { ...base, value: kept[0]?.value ?? "", text: kept[0]?.text ?? "" };
}
