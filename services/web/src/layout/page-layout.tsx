import { Link, Outlet, useMatchRoute } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LanguageSwitch } from "./language-switch.tsx";
import "./layout.css";

export function PageLayout() {
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
            <span className="brand-name">{t("layout.brand")}</span>
          </Link>
          <SiteNavigation />
          <LanguageSwitch />
        </div>
      </header>
      <main id="content" className="site-main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="site-footer">
        <a href="/api/docs">{t("layout.apiDocumentation")}</a>
      </footer>
    </>
  );
}

function SiteNavigation() {
  const { t } = useTranslation();
  // A building's page belongs to the list.
  const inBuilding = useMatchRoute()({ to: "/buildings/$buildingId" }) !== false;
  return (
    <nav aria-label={t("layout.navigation")} className="site-nav">
      <Link to="/" activeOptions={{ exact: true, includeSearch: false }} className={inBuilding ? "current" : ""}>
        {t("buildings.title")}
      </Link>
      <Link to="/devices" activeOptions={{ includeSearch: false }}>
        {t("devices.title")}
      </Link>
    </nav>
  );
}
