import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LanguageSwitch } from "./language-switch.tsx";
import "./layout.css";

interface PageFrameProps {
  /** Of who is signed in, in the header. */
  readonly navigation?: ReactNode;
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** Header, content and footer. */
export function PageFrame({ navigation, tools, children }: PageFrameProps) {
  const { t } = useTranslation();
  return (
    <>
      <a className="skip-link" href="#content">
        {t("layout.skip")}
      </a>
      <header className="site-header">
        <div className="site-header-inner">
          <Link to="/" className="brand" aria-label={t("layout.home")}>
            <img src="/icon.svg" alt="" width={28} height={28} />
            <span className={navigation === undefined ? "" : "brand-name"}>{t("layout.brand")}</span>
          </Link>
          {navigation}
          <div className="site-tools">
            {tools}
            <LanguageSwitch />
          </div>
        </div>
      </header>
      <main id="content" className="site-main" tabIndex={-1}>
        {children}
      </main>
      <footer className="site-footer">
        <a href="/api/docs">{t("layout.apiDocumentation")}</a>
      </footer>
    </>
  );
}
