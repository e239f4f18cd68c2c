import { Tabs } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { unknownDevicesQuery } from "../api/devices.ts";
import { DeviceList } from "../features/devices/device-list.tsx";
import { RejectionList } from "../features/devices/rejection-list.tsx";
import { UnknownList } from "../features/devices/unknown-list.tsx";
import { useFormat } from "../format/use-format.ts";
import { useDocumentTitle } from "../page-state/use-document-title.ts";
import { useMay } from "../session/me-context.ts";
import { NotAllowed } from "../session/not-allowed.tsx";
import "../theme/list-table.css";
import "../features/devices/devices.css";

const route = getRouteApi("/devices");

export function DevicesPage() {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { tab } = route.useSearch();
  useDocumentTitle(t("devices.title"));
  const mayNetwork = useMay("network:read");
  if (!useMay("data:read")) return <NotAllowed />;
  return (
    <>
      <h1 className="page-title">{t("devices.title")}</h1>
      <Tabs
        value={tab ?? "devices"}
        keepMounted={false}
        onChange={(value) =>
          void navigate({ search: { tab: value === "unknown" || value === "rejections" ? value : undefined } })
        }
      >
        <Tabs.List mb="lg">
          <Tabs.Tab value="devices">{t("devices.declared")}</Tabs.Tab>
          {mayNetwork && (
            <Tabs.Tab value="unknown">
              {t("unknown.title")} <UnknownCount />
            </Tabs.Tab>
          )}
          <Tabs.Tab value="rejections">{t("rejections.title")}</Tabs.Tab>
        </Tabs.List>
        <div className="surface">
          <Tabs.Panel value="devices">
            <DeviceList />
          </Tabs.Panel>
          {mayNetwork && (
            <Tabs.Panel value="unknown">
              <UnknownList />
            </Tabs.Panel>
          )}
          <Tabs.Panel value="rejections">
            <RejectionList />
          </Tabs.Panel>
        </div>
      </Tabs>
    </>
  );
}

/** How many wait to be declared, so that nobody has to look to know. */
function UnknownCount() {
  const format = useFormat();
  const { data, hasNextPage } = useInfiniteQuery(unknownDevicesQuery);
  const count = data?.pages.reduce((sum, page) => sum + page.items.length, 0) ?? 0;
  if (count === 0) return null;
  return (
    <span className="tab-count number">
      {format.number(count)}
      {hasNextPage ? "+" : ""}
    </span>
  );
}
