import type { WallMs } from "./local-instants.ts";

/** A stamp as it stands in a file: an instant where it bears its offset, else what the clock showed. */
export type Stamp = { readonly instantMs: number } | { readonly wallMs: WallMs };

const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;
const tokens: Readonly<Record<string, string>> = {
  yyyy: "(?<y>\\d{4})",
  MM: "(?<M>\\d{1,2})",
  dd: "(?<d>\\d{1,2})",
  HH: "(?<H>\\d{1,2})",
  mm: "(?<m>\\d{2})",
  ss: "(?<s>\\d{2})",
};

/** Whether letters say how stamps are written: a year and a month at least, nothing twice. */
export function isStampFormat(format: string): boolean {
  if (format === "iso") return true;
  const found: readonly string[] = format.match(/yyyy|MM|dd|HH|mm|ss/g) ?? [];
  return new Set(found).size === found.length && found.includes("yyyy") && found.includes("MM");
}

/** Reads stamps of one format; each call gives undefined for what is none. A day of the week before it is skipped. */
export function stampParser(format: string): (text: string) => Stamp | undefined {
  if (format === "iso") return (text) => fromIso(text.trim());
  const escaped = format.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  const pattern = new RegExp(`^${escaped.replace(/yyyy|MM|dd|HH|mm|ss/g, (token) => tokens[token] ?? token)}$`);
  return (text) => {
    const { y, M, d, H = "0", m = "0", s = "0" } = pattern.exec(text.trim())?.groups ?? {};
    if (y === undefined || M === undefined) return undefined;
    const wallMs = wall([y, M, d ?? "1", H, m, s].map(Number));
    return wallMs === undefined ? undefined : { wallMs };
  };
}

function fromIso(text: string): Stamp | undefined {
  const [, y, M, d, H = "0", m = "0", s = "0", offset] = iso.exec(text) ?? [];
  const wallMs = wall([y, M, d, H, m, s].map(Number));
  if (wallMs === undefined) return undefined;
  return offset === undefined ? { wallMs } : { instantMs: wallMs - offsetMs(offset) };
}

function offsetMs(text: string): number {
  if (text.toUpperCase() === "Z") return 0;
  const digits = text.slice(1).replace(":", "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || "0");
  return (text.startsWith("-") ? -1 : 1) * minutes * 60_000;
}

/** Undefined for 31 February; 24:00 is the midnight after. */
function wall([y = Number.NaN, M = 0, d = 0, H = 0, m = 0, s = 0]: readonly number[]): WallMs | undefined {
  if (!(H < 24 || (H === 24 && m === 0 && s === 0)) || m > 59 || s > 59) return undefined;
  const day = new Date(Date.UTC(y, M - 1, d));
  if (Number.isNaN(day.getTime()) || day.getUTCMonth() !== M - 1 || day.getUTCDate() !== d) return undefined;
  return day.getTime() + ((H * 60 + m) * 60 + s) * 1000;
}
