import { Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { Link, useMatchRoute } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMay } from "../session/me-context.ts";

/** Leads to the pages that who is signed in may use, and to no other. What one seldom needs stands under "more". */
export function SiteNavigation() {
  const { t } = useTranslation();
  // The pages of a building and of its meters belong to the list.
  const match = useMatchRoute();
  const inBuilding =
    match({ to: "/buildings/$buildingId", fuzzy: true }) !== false || match({ to: "/meters/$meterId" }) !== false;
  const mayRead = useMay("data:read");
  return (
    <nav aria-label={t("layout.navigation")} className="site-nav">
      {mayRead && (
        <>
          <Link to="/" activeOptions={{ exact: true, includeSearch: false }} className={inBuilding ? "current" : ""}>
            {t("buildings.title")}
          </Link>
          <Link to="/comparatif" activeOptions={{ includeSearch: false }}>
            {t("league.menu")}
          </Link>
          <Link to="/qualite" activeOptions={{ includeSearch: false }}>
            {t("dataQuality.menu")}
          </Link>
          <Link to="/devices" activeOptions={{ includeSearch: false }}>
            {t("devices.title")}
          </Link>
        </>
      )}
      <MorePages />
    </nav>
  );
}

/** A page that is seldom needed; who may not use it does not see it. */
function useMorePages() {
  const { t } = useTranslation();
  return [
    { to: "/contrats", text: t("contracts.title"), shown: useMay("data:read") },
    { to: "/facteurs", text: t("factors.title"), shown: useMay("data:read") },
    { to: "/stations", text: t("stations.title"), shown: useMay("data:read") },
    { to: "/imports", text: t("imports.title"), shown: useMay("meter:write") },
    { to: "/utilisateurs", text: t("users.title"), shown: useMay("user:manage") },
    { to: "/audit", text: t("audit.title"), shown: useMay("audit:read") },
  ].filter(({ shown }) => shown);
}

function MorePages() {
  const { t } = useTranslation();
  const match = useMatchRoute();
  const pages = useMorePages();
  if (pages.length === 0) return null;
  const inside = pages.some(({ to }) => match({ to, fuzzy: true }) !== false);
  return (
    <Menu position="bottom-start" shadow="md" width={220}>
      <Menu.Target>
        <button type="button" className={inside ? "site-more current" : "site-more"}>
          {t("layout.more")}
          <IconChevronDown size={15} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {pages.map(({ to, text }) => (
          <Menu.Item key={to} component={Link} to={to}>
            {text}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
