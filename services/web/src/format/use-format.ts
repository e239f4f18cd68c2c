import { useTranslation } from "react-i18next";
import type { Language } from "../i18n/language.ts";
import { type Format, formatFor } from "./format.ts";

export function useLanguage(): Language {
  return useTranslation().i18n.language === "en" ? "en" : "fr";
}

export function useFormat(): Format {
  return formatFor(useLanguage());
}
