import { formatVariable, type VariableValue } from "./variable-format.ts";

/** A variable with the value that the page holds for it. */
export interface ScopedVariable {
  readonly name: string;
  /** For All without a value of its own: every option. */
  readonly value: VariableValue;
  readonly text: string;
  readonly multi?: boolean;
  readonly includeAll?: boolean;
  /** All is chosen and has a value of its own: it goes in as it is, whatever the format. */
  readonly customAllValue?: string;
}

export type VariableScope = ReadonlyMap<string, ScopedVariable>;

/** `$name`, `[[name]]`, `[[name:format]]`, `${name}`, `${name:format}`. Source: grafana/scenes, VARIABLE_REGEX. */
const reference = /\$(\w+)|\[\[(\w+?)(?::(\w+))?\]\]|\$\{(\w+)(?:\.[^:^}]+)?(?::([^}]+))?\}/g;

/**
 * Replaces the variables of a query as Grafana's SQL data sources do; what is no variable stays as it is, and so do
 * the macros, which are expanded later, by the server.
 */
export function interpolate(target: string, scope: VariableScope): string {
  return target.replace(reference, (match, bare?: string, square?: string, squareFormat?: string, ...rest) => {
    const [curly, curlyFormat] = rest as [string | undefined, string | undefined];
    const variable = scope.get(bare ?? square ?? curly ?? "");
    if (variable === undefined) return match;
    const format = squareFormat ?? curlyFormat;
    if (variable.customAllValue !== undefined) return formatCustomAll(variable.customAllValue, variable, format, scope);
    return format === undefined ? quoteForSql(variable) : formatVariable(variable, format);
  });
}

/** The names of the variables and macros that a text refers to. */
export function referencedNames(target: string): readonly string[] {
  return [...target.matchAll(reference)].map(([, bare, square, , curly]) => bare ?? square ?? curly ?? "");
}

function formatCustomAll(value: string, { name }: ScopedVariable, format: string | undefined, scope: VariableScope) {
  if (format === "text") return "All";
  if (format === "percentencode") return formatVariable({ name, value, text: value }, format);
  if (format === "queryparam") return formatVariable({ name, value: "All", text: value }, format);
  return interpolate(value, scope);
}

/**
 * Without a format: several values are quoted and joined, one value of a variable that may hold several is quoted,
 * any other only has its quotes doubled: the query puts the quotes. Source: grafana-sql, SqlDatasource.ts.
 */
function quoteForSql({ value, multi, includeAll }: ScopedVariable): string {
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map(quoteLiteral).join(",");
  const text = String(value);
  return multi || includeAll ? quoteLiteral(text) : text.replaceAll("'", "''");
}

function quoteLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
