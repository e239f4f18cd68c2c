import { useTranslation } from "react-i18next";
import { useLanguage } from "../format/use-format.ts";
import { chooseLanguage, type Language, languages } from "../i18n/language.ts";

const names: Readonly<Record<Language, string>> = { fr: "Français", en: "English" };

export function LanguageSwitch() {
  const { t } = useTranslation();
  const current = useLanguage();
  return (
    <fieldset className="language-switch" aria-label={t("layout.language")}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-label={names[language]}
          aria-pressed={language === current}
          onClick={() => void chooseLanguage(language)}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
