import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { devicesQuery, type ListedDevice } from "../../api/devices.ts";
import { FileLinks } from "../../charts/file-links.tsx";
import { useFormat } from "../../format/use-format.ts";
import { Message } from "../../page-state/message.tsx";
import { MoreButton } from "../../page-state/more-button.tsx";
import { PendingOrFailed } from "../../page-state/pending-or-failed.tsx";
import { useNow } from "../../time/use-now.ts";
import { DeviceFilters } from "./device-filters.tsx";
import { Battery, DeviceStateMark, Signal } from "./device-health.tsx";

const route = getRouteApi("/devices");

/** Declared devices and how they are. */
export function DeviceList() {
  const { t } = useTranslation();
  const { search, state, organisation } = route.useSearch();
  const query = useInfiniteQuery(devicesQuery({ search, state, organisation }));
  const devices = query.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <DeviceFilters />
      {devices === undefined ? (
        <PendingOrFailed query={query} />
      ) : devices.length === 0 ? (
        <Message title={t("devices.none")} />
      ) : (
        <>
          <DeviceTable devices={devices} />
          <MoreButton query={query} />
          <FileLinks path="/devices" values={{ search, state, organisation }} />
        </>
      )}
    </>
  );
}

function DeviceTable({ devices }: { readonly devices: readonly ListedDevice[] }) {
  const { t } = useTranslation();
  const now = useNow(30_000);
  return (
    <table className="list-table device-list">
      <thead>
        <tr>
          <th scope="col">{t("devices.device")}</th>
          <th scope="col">{t("buildings.building")}</th>
          <th scope="col">{t("devices.state")}</th>
          <th scope="col">{t("devices.lastUplink")}</th>
          <th scope="col">{t("devices.battery")}</th>
          <th scope="col">{t("devices.signal")}</th>
        </tr>
      </thead>
      <tbody>
        {devices.map((device) => (
          <DeviceRow key={device.id} device={device} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function DeviceRow({ device, now }: { readonly device: ListedDevice; readonly now: Date }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <tr data-testid="device-row">
      <th scope="row">
        <span className="device-name">{device.name}</span>
        <span className="device-eui">
          {device.deviceType} · {device.devEui}
        </span>
      </th>
      <td className="device-place">
        {device.building !== null && (
          <Link to="/buildings/$buildingId" params={{ buildingId: device.building.id }} className="device-building">
            {device.building.name}
          </Link>
        )}
      </td>
      <td>
        <DeviceStateMark state={device.state} />
      </td>
      <td data-label={t("devices.lastUplink")} className="number">
        {device.lastUplinkAt === null ? t("devices.never") : format.age(device.lastUplinkAt, now)}
      </td>
      <td data-label={t("devices.battery")}>
        <Battery device={device} />
      </td>
      <td data-label={t("devices.signal")}>
        <Signal rssiDbm={device.rssiDbm} />
      </td>
    </tr>
  );
}
