import type { Locale } from "./mail-content.ts";

const formats: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  fr: new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeStyle: "short", timeZone: "Europe/Paris" }),
  en: new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "Europe/Paris" }),
};
const zone: Readonly<Record<Locale, string>> = { fr: "heure de Paris", en: "Paris time" };

/** An instant for a reader who may be anywhere. */
export function showTime(locale: Locale, time: Date): string {
  return `${formats[locale].format(time)} (${zone[locale]})`;
}
