import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import en from "./en.json" with { type: "json" };
import fr from "./fr.json" with { type: "json" };

declare module "i18next" {
  interface CustomTypeOptions {
    // French is the language in which texts are written first: its keys are the keys.
    resources: { translation: typeof fr };
  }
}

export const languages = ["fr", "en"] as const;
export type Language = (typeof languages)[number];

const storageKey = "gtb.language";

/** French, unless this browser once chose otherwise. */
export function rememberedLanguage(): Language {
  return readStored() === "en" ? "en" : "fr";
}

/** Makes the page speak `language`, and the browser remember it. */
export async function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // A browser that keeps nothing for us still changes language, until the page is closed.
  }
  await i18next.changeLanguage(language);
}

/** To be awaited before the first render. */
export async function startI18n(language: Language): Promise<void> {
  i18next.on("languageChanged", (chosen) => {
    document.documentElement.lang = chosen;
  });
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: "fr",
    resources: { fr: { translation: fr }, en: { translation: en } },
    // React escapes already.
    interpolation: { escapeValue: false },
  });
}

function readStored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
