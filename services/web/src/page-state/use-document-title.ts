import { useEffect } from "react";
import { useTranslation } from "react-i18next";

/** What the browser's tab and a screen reader say of the page. */
export function useDocumentTitle(title: string | undefined): void {
  const { t } = useTranslation();
  const brand = t("layout.brand");
  useEffect(() => {
    document.title = title === undefined ? brand : `${title} · ${brand}`;
  }, [title, brand]);
}
