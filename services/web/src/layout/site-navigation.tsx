import { Link, useMatchRoute } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMay } from "../session/me-context.ts";

/** Leads to the pages that who is signed in may use, and to no other. */
export function SiteNavigation() {
  const { t } = useTranslation();
  // A building's page belongs to the list.
  const inBuilding = useMatchRoute()({ to: "/buildings/$buildingId", fuzzy: true }) !== false;
  const mayRead = useMay("data:read");
  const mayManageUsers = useMay("user:manage");
  const mayAudit = useMay("audit:read");
  return (
    <nav aria-label={t("layout.navigation")} className="site-nav">
      {mayRead && (
        <>
          <Link to="/" activeOptions={{ exact: true, includeSearch: false }} className={inBuilding ? "current" : ""}>
            {t("buildings.title")}
          </Link>
          <Link to="/devices" activeOptions={{ includeSearch: false }}>
            {t("devices.title")}
          </Link>
        </>
      )}
      {mayManageUsers && (
        <Link to="/utilisateurs" activeOptions={{ includeSearch: false }}>
          {t("users.title")}
        </Link>
      )}
      {mayAudit && (
        <Link to="/audit" activeOptions={{ includeSearch: false }}>
          {t("audit.title")}
        </Link>
      )}
    </nav>
  );
}
