/** A variable's value: one, several (multi-value or All), or a number as `$__from` is. */
export type VariableValue = string | number | readonly string[];

export interface FormattedVariable {
  readonly name: string;
  readonly value: VariableValue;
  /** What the page shows for it. */
  readonly text: string;
}

type Format = (variable: FormattedVariable, args: readonly string[]) => string;

/**
 * `${name:format}` as Grafana formats it. An unknown format falls back to `glob`, as there.
 * Source: grafana/scenes, variables/interpolation/formatRegistry.ts; "Advanced variable format options" in its manual.
 */
export function formatVariable(variable: FormattedVariable, format: string): string {
  const [name = "", ...args] = format.split(":");
  return (formats[name] ?? glob)(variable, args);
}

const joined = (separator: string): Format => {
  return ({ value }) => (Array.isArray(value) ? value.join(separator) : String(value));
};

/** Each value changed, then all of them joined by commas. */
const each = (change: (value: string) => string): Format => {
  return ({ value }) => (Array.isArray(value) ? value.map(change).join(",") : change(String(value)));
};

const glob: Format = ({ value }) => (Array.isArray(value) && value.length > 1 ? `{${value.join(",")}}` : String(value));

/** RFC 3986: what `encodeURIComponent` leaves out is encoded too. */
const percentEncode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const formats: Readonly<Record<string, Format>> = {
  glob,
  raw: ({ value }) => String(value),
  csv: joined(","),
  pipe: joined("|"),
  join: ({ value }, [separator = ","]) => (Array.isArray(value) ? value.join(separator) : String(value)),
  json: ({ value }) => (typeof value === "string" ? value : JSON.stringify(value)),
  text: ({ text }) => text,
  distributed: ({ name, value }) =>
    Array.isArray(value) ? value.map((one, index) => (index === 0 ? one : `${name}=${one}`)).join(",") : String(value),
  singlequote: each((value) => `'${value.replaceAll("'", "\\'")}'`),
  doublequote: each((value) => `"${value.replaceAll('"', '\\"')}"`),
  // Double quotes get a backslash, which PostgreSQL keeps as a character: do not use it for values that may hold one.
  sqlstring: each((value) => `'${value.replaceAll("'", "''").replaceAll('"', '\\"')}'`),
  regex,
  lucene,
  percentencode: ({ value }) => percentEncode(Array.isArray(value) ? `{${value.join(",")}}` : String(value)),
  queryparam: ({ name, value }) =>
    (Array.isArray(value) ? value : [String(value)]).map((one) => `var-${name}=${percentEncode(one)}`).join("&"),
  date,
};

function regex({ value }: FormattedVariable): string {
  const escapeRegex = (text: string) => text.replace(/[\\^$*+?.()|[\]{}/]/g, "\\$&");
  if (!Array.isArray(value)) return escapeRegex(String(value));
  const escaped = value.map(escapeRegex);
  return escaped.length === 1 ? (escaped[0] ?? "") : `(${escaped.join("|")})`;
}

function lucene({ value }: FormattedVariable): string {
  const escapeLucene = (text: string) =>
    Number.isNaN(Number(text)) ? text.replace(/([!*+\-=<>\s&|()[\]{}^~?:\\/"])/g, "\\$1") : text;
  if (!Array.isArray(value)) return escapeLucene(String(value));
  return value.length === 0 ? "__empty__" : `(${value.map((one) => `"${escapeLucene(one)}"`).join(" OR ")})`;
}

/** `date`, `date:iso`, `date:seconds` and `date:ms`. Throws for a pattern of one's own: it would need the browser. */
function date({ value }: FormattedVariable, args: readonly string[]): string {
  const ms = Number.parseInt(String(value), 10);
  if (Number.isNaN(ms)) return "NaN";
  const [form = "iso"] = args;
  if (form === "ms") return String(value);
  if (form === "seconds") return String(Math.round(ms / 1000));
  if (form === "iso") return new Date(ms).toISOString();
  throw new Error(`The stand-in for Grafana knows no date pattern: ${args.join(":")}`);
}
