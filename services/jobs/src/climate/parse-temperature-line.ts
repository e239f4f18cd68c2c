import type { GivenDay } from "@gtb/database/queries/store-station-days";
import type { StationHour } from "@gtb/database/queries/store-station-hours";
import type { TemperatureLayout } from "./temperature-layout.ts";

/** What a line of a file of temperatures says. */
export type TemperatureLine =
  | { readonly kind: "hour"; readonly hour: StationHour }
  | { readonly kind: "day"; readonly day: GivenDay }
  /** Of a file that holds many stations, one that is not asked for */
  | { readonly kind: "elsewhere"; readonly code: string; readonly name: string }
  /** Nothing was measured. */
  | { readonly kind: "empty" }
  | { readonly kind: "refused"; readonly reason: string };

const hourMs = 3_600_000;
const isoTime = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i;
const number = /^[+-]?\d{1,3}([.,]\d+)?$/;
/** What was ever measured outdoors on Earth, in °C. */
const coldestC = -90;
const hottestC = 60;
/** "Donnée douteuse en cours de vérification" */
const doubtful = "2";

/** Reads one line; `code` is the station's, leading zeros do not matter. Reasons are French: people read them. */
export function parseTemperatureLine(
  fields: readonly string[],
  layout: TemperatureLayout,
  code: string,
): TemperatureLine {
  const field = (index: number) => fields[index]?.trim() ?? "";
  if (layout.kind === "free") return freeLine(field(layout.time), field(layout.temperature));
  if (bare(field(layout.station)) !== bare(code))
    return { kind: "elsewhere", code: field(layout.station), name: field(layout.stationName) };
  return layout.kind === "hours" ? hourLine(field, layout) : dayLine(field, layout);
}

function freeLine(time: string, text: string): TemperatureLine {
  if (text === "") return { kind: "empty" };
  const atMs = isoTime.test(time) ? Date.parse(time.replace(" ", "T")) : Number.NaN;
  if (Number.isNaN(atMs))
    return refused(`« ${short(time)} » n'est pas une heure ISO 8601 avec son décalage (2026-01-31T08:00:00Z)`);
  const valueC = toCelsius(text);
  if (typeof valueC === "string") return refused(valueC);
  return { kind: "hour", hour: { ...same(valueC), hourMs: Math.floor(atMs / hourMs) * hourMs } };
}

/** Stamps are UTC and mark the end of the hour whose least and greatest temperature stand beside. */
function hourLine(field: (index: number) => string, layout: TemperatureLayout & { kind: "hours" }): TemperatureLine {
  const text = field(layout.temperature);
  if (text === "") return { kind: "empty" };
  if (field(layout.quality) === doubtful) return refused("température douteuse (QT = 2)");
  const stamp = /^(\d{4})(\d{2})(\d{2})(\d{2})$/.exec(field(layout.time));
  const endMs = stamp ? utc(`${stamp[1]}-${stamp[2]}-${stamp[3]}`) + Number(stamp[4]) * hourMs : Number.NaN;
  if (stamp === null || Number.isNaN(endMs) || Number(stamp[4]) > 24)
    return refused(`« ${short(field(layout.time))} » n'est pas une heure AAAAMMJJHH`);
  const meanC = toCelsius(text);
  if (typeof meanC === "string") return refused(meanC);
  const least = toCelsius(field(layout.min));
  const most = toCelsius(field(layout.max));
  return {
    kind: "hour",
    hour: {
      hourMs: endMs - hourMs,
      meanC,
      minC: typeof least === "number" ? Math.min(least, meanC) : meanC,
      maxC: typeof most === "number" ? Math.max(most, meanC) : meanC,
    },
  };
}

function dayLine(field: (index: number) => string, layout: TemperatureLayout & { kind: "days" }): TemperatureLine {
  const [least, most] = [field(layout.min), field(layout.max)];
  if (least === "" || most === "") return { kind: "empty" };
  if ([layout.minQuality, layout.maxQuality].some((quality) => field(quality) === doubtful))
    return refused("température douteuse (QTN ou QTX = 2)");
  const stamp = /^(\d{4})(\d{2})(\d{2})$/.exec(field(layout.day));
  const day = stamp ? `${stamp[1]}-${stamp[2]}-${stamp[3]}` : "";
  if (Number.isNaN(utc(day))) return refused(`« ${short(field(layout.day))} » n'est pas une date AAAAMMJJ`);
  const minC = toCelsius(least);
  const maxC = toCelsius(most);
  if (typeof minC === "string") return refused(minC);
  if (typeof maxC === "string") return refused(maxC);
  if (minC > maxC) return refused(`la plus basse (${least}) est au-dessus de la plus haute (${most})`);
  const mean = toCelsius(field(layout.mean));
  return { kind: "day", day: { day, minC, maxC, meanC: typeof mean === "number" ? mean : (minC + maxC) / 2 } };
}

function same(valueC: number) {
  return { meanC: valueC, minC: valueC, maxC: valueC };
}

/** Midnight UTC of `YYYY-MM-DD`; NaN where there is no such day. */
function utc(day: string): number {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day) ? ms : Number.NaN;
}

function toCelsius(text: string): number | string {
  const value = number.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
  if (Number.isNaN(value)) return `« ${short(text)} » n'est pas une température en °C`;
  return value < coldestC || value > hottestC ? `${short(text)} °C est hors de toute mesure possible` : value;
}

function bare(code: string): string {
  return code.replace(/^0+/, "").toUpperCase();
}

function refused(reason: string): TemperatureLine {
  return { kind: "refused", reason };
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
