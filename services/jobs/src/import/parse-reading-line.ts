/** A line of an import, before its point is looked up. */
export interface ReadingLine {
  readonly point: string;
  readonly time: Date;
  readonly value: number;
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** With its offset: a local time without one would be anybody's guess, twice on the night the clocks go back. */
const timeShape = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}(:?\d{2})?)$/i;
const numberShape = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i;
/** No meter or sensor counts as far; a sum of such values could no longer be told from one without the last. */
const greatestValue = 1e15;

/** The line's values, or what is wrong with it, in French: people read it beside the file. */
export function parseReadingLine([point = "", time = "", value = ""]: readonly string[]): ReadingLine | string {
  const uuid = point.trim().toLowerCase();
  if (!uuidShape.test(uuid)) return `« ${short(point)} » n'est pas l'identifiant (uuid) d'un point`;
  const at = parseTime(time.trim());
  if (at === undefined)
    return `« ${short(time)} » n'est pas une heure ISO 8601 avec son décalage (2026-01-31T08:00:00Z)`;
  const text = value.trim();
  const number = numberShape.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(number)) return `« ${short(value)} » n'est pas un nombre (séparateur décimal : le point)`;
  if (Math.abs(number) > greatestValue) return `${short(value)} est hors de toute mesure possible`;
  return { point: uuid, time: at, value: number };
}

function parseTime(text: string): Date | undefined {
  if (!timeShape.test(text)) return undefined;
  const time = new Date(text.replace(" ", "T").replace(/([+-]\d{2})$/, "$1:00"));
  return Number.isNaN(time.getTime()) ? undefined : time;
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
