import type { Language } from "../i18n/language.ts";
import { atNoonUtc, type CalendarDate } from "../time/calendar-date.ts";
import type { Period } from "../time/period.ts";

const locales = { fr: "fr-FR", en: "en-GB" } as const;

/** What stands where nothing is known: never 0. */
export const unknown = "–";

/** Numbers, dates and ages as one language writes them. */
export type Format = ReturnType<typeof createFormat>;

const formats = new Map<Language, Format>();

export function formatFor(language: Language): Format {
  const known = formats.get(language);
  if (known !== undefined) return known;
  const format = createFormat(language);
  formats.set(language, format);
  return format;
}

function createFormat(language: Language) {
  const locale = locales[language];
  const inUtc = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  return {
    locale,
    ...numberFormat(locale),
    age: ageFormat(locale),
    /** Title of a period, such as "23–29 novembre 2026". */
    period: ({ kind, first, end }: Period) => {
      const last = new Date(atNoonUtc(end).getTime() - 86_400_000);
      const style = {
        day: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
        week: { day: "numeric", month: "long", year: "numeric" },
        month: { month: "long", year: "numeric" },
        year: { month: "long", year: "numeric" },
        calendarYear: { year: "numeric" },
      } as const;
      return inUtc(style[kind]).formatRange(atNoonUtc(first), last);
    },
    day: (date: CalendarDate) => inUtc({ weekday: "short", day: "numeric", month: "short" }).format(atNoonUtc(date)),
    longDay: (date: CalendarDate) => inUtc({ weekday: "long", day: "numeric", month: "long" }).format(atNoonUtc(date)),
    dayOfMonth: (date: CalendarDate) => String(Number(date.slice(8, 10))),
    weekday: (date: CalendarDate) => inUtc({ weekday: "short", day: "numeric" }).format(atNoonUtc(date)),
    month: (date: CalendarDate) => inUtc({ month: "short", year: "2-digit" }).format(atNoonUtc(date)),
    /** A date with its year, such as "5 nov. 2026". */
    date: (date: CalendarDate) => inUtc({ day: "numeric", month: "short", year: "numeric" }).format(atNoonUtc(date)),
    longMonth: (date: CalendarDate) => inUtc({ month: "long", year: "numeric" }).format(atNoonUtc(date)),
    /** The hour that a local time begins: "14 h" or "14:00". */
    hour: (localStart: string) =>
      language === "fr" ? `${Number(localStart.slice(11, 13))} h` : `${localStart.slice(11, 13)}:00`,
    dateTime: (time: Date, timeZone: string) =>
      new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "short", timeStyle: "short" }).format(time),
    dateTimeWithSeconds: (time: Date, timeZone: string) =>
      new Intl.DateTimeFormat(locale, { timeZone, dateStyle: "short", timeStyle: "medium" }).format(time),
    dayAndMonth: (time: Date, timeZone: string) =>
      new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month: "short" }).format(time),
    clock: (time: Date, timeZone: string) =>
      new Intl.DateTimeFormat(locale, { timeZone, timeStyle: "short" }).format(time),
  };
}

function numberFormat(locale: string) {
  const cache = new Map<string, Intl.NumberFormat>();
  const write = (value: number, options: Intl.NumberFormatOptions): string => {
    const key = JSON.stringify(options);
    const format = cache.get(key) ?? new Intl.NumberFormat(locale, options);
    cache.set(key, format);
    // French data has the hyphen as its minus sign: too short beside a plus.
    return format.format(value).replace("-", "\u2212");
  };
  const number = (value: number | null, decimals = 0): string =>
    value === null ? unknown : write(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return {
    number,
    /** An energy or a volume, with decimals only where they say something. */
    amount: (value: number | null): string => number(value, value === null ? 0 : decimalsFor(value)),
    /** An amount in a currency (ISO 4217), to the cent. */
    money: (value: number | null, currency: string): string =>
      value === null ? unknown : write(value, { style: "currency", currency }),
    /** A difference with its sign and no decimals. */
    numberChange: (value: number): string => write(value, { maximumFractionDigits: 0, signDisplay: "exceptZero" }),
    /** A value as it was received. */
    exact: (value: number): string => write(value, { maximumFractionDigits: 6 }),
    /** A round number beside an axis. */
    axis: (value: number): string => write(value, { maximumFractionDigits: 2 }),
    /** A part of the whole; 99.6 % is never rounded up to "all". */
    share: (share: number): string => {
      const percent = share < 1 ? Math.min(99, Math.round(share * 100)) : 100;
      return write(percent / 100, { style: "percent", maximumFractionDigits: 0 });
    },
    /** A part that there is, however small: never 0 %. */
    smallShare: (share: number): string =>
      share > 0 && share < 0.01
        ? `< ${write(0.01, { style: "percent" })}`
        : write(share, { style: "percent", maximumFractionDigits: 0 }),
    /** A part that may lie below zero, as what sub-meters leave over. */
    signedShare: (share: number): string => write(share, { style: "percent", maximumFractionDigits: 0 }),
    /** A difference relative to what it is compared with, with its sign. */
    change: (ratio: number): string =>
      write(ratio, {
        style: "percent",
        maximumFractionDigits: Math.abs(ratio) < 0.1 ? 1 : 0,
        signDisplay: "exceptZero",
      }),
  };
}

function decimalsFor(value: number): number {
  const size = Math.abs(value);
  if (size >= 100 || size === 0) return 0;
  return size >= 10 ? 1 : 2;
}

function ageFormat(locale: string) {
  const relative = new Intl.RelativeTimeFormat(locale, { style: "short", numeric: "always" });
  /** How long ago `time` was; a clock a little ahead of ours counts as now. */
  return (time: Date, now: Date): string => {
    const seconds = Math.max(0, Math.round((now.getTime() - time.getTime()) / 1000));
    if (seconds < 60) return relative.format(-seconds, "second");
    if (seconds < 3_600) return relative.format(-Math.floor(seconds / 60), "minute");
    if (seconds < 48 * 3_600) return relative.format(-Math.floor(seconds / 3_600), "hour");
    return relative.format(-Math.floor(seconds / 86_400), "day");
  };
}
