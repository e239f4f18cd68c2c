import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type HeardDevice, unknownDevicesQuery } from "../../api/devices.ts";
import { unknown } from "../../format/format.ts";
import { useFormat } from "../../format/use-format.ts";
import { Message } from "../../page-state/message.tsx";
import { MoreButton } from "../../page-state/more-button.tsx";
import { PendingOrFailed } from "../../page-state/pending-or-failed.tsx";
import { useMay } from "../../session/me-context.ts";
import { useNow } from "../../time/use-now.ts";
import { DeclareDevice } from "./declare-device.tsx";

/** Devices that are heard and that nobody declared: what they send waits for it. */
export function UnknownList() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(unknownDevicesQuery);
  const [declaring, setDeclaring] = useState<HeardDevice | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  // Who works with the keyboard goes on from where the form was opened.
  const close = () => {
    setDeclaring(null);
    setTimeout(() => opener.current?.focus());
  };
  const devices = query.data?.pages.flatMap((page) => page.items);
  if (devices === undefined) return <PendingOrFailed query={query} />;
  if (devices.length === 0) return <Message title={t("unknown.none")} text={t("unknown.noneText")} />;
  return (
    <>
      <p className="muted tab-intro">{t("unknown.intro")}</p>
      <UnknownTable
        devices={devices}
        onDeclare={(device, button) => {
          opener.current = button;
          setDeclaring(device);
        }}
      />
      <MoreButton query={query} />
      {declaring !== null && <DeclareDevice device={declaring} onClose={close} />}
    </>
  );
}

interface UnknownTableProps {
  readonly devices: readonly HeardDevice[];
  readonly onDeclare: (device: HeardDevice, button: HTMLButtonElement) => void;
}

function UnknownTable({ devices, onDeclare }: UnknownTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(30_000);
  const mayDeclare = useMay("device:write");
  return (
    <table className="list-table">
      <thead>
        <tr>
          <th scope="col">DevEUI</th>
          <th scope="col">{t("unknown.first")}</th>
          <th scope="col">{t("unknown.last")}</th>
          <th scope="col">{t("unknown.count")}</th>
          <th scope="col">{t("unknown.payload")}</th>
          <th scope="col">
            <span className="visually-hidden">{t("unknown.declare")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {devices.map((device) => (
          <tr key={device.devEui} data-testid="unknown-row">
            <th scope="row" className="device-code">
              {device.devEui}
            </th>
            <td data-label={t("unknown.first")}>{format.age(device.firstHeardAt, now)}</td>
            <td data-label={t("unknown.last")}>{format.age(device.lastHeardAt, now)}</td>
            <td data-label={t("unknown.count")}>{format.number(device.uplinkCount)}</td>
            <td data-label={t("unknown.payload")} className="device-code device-payload">
              {device.lastPayloadHex ?? unknown}
            </td>
            <td>
              {mayDeclare && (
                <Button
                  size="compact-sm"
                  variant="light"
                  onClick={({ currentTarget }) => onDeclare(device, currentTarget)}
                >
                  {t("unknown.declare")}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
