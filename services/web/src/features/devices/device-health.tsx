import type { DeviceState } from "@gtb/contracts/devices";
import { useTranslation } from "react-i18next";
import type { ListedDevice } from "../../api/devices.ts";
import { unknown } from "../../format/format.ts";
import { useFormat } from "../../format/use-format.ts";

/** A state in words, with a dot that says the same. */
export function DeviceStateMark({ state }: { readonly state: DeviceState }) {
  const { t } = useTranslation();
  return <span className={`device-state device-state-${state}`}>{t(`deviceState.${state}`)}</span>;
}

export function Battery({ device }: { readonly device: ListedDevice }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (device.externalPower === true) return <span className="muted">{t("devices.mains")}</span>;
  if (device.batteryPercent === null) return <span className="muted">{unknown}</span>;
  const low = device.batteryPercent < 20;
  return <span className={low ? "number device-low" : "number"}>{format.share(device.batteryPercent / 100)}</span>;
}

/** Strength at the best gateway; the words are those of a network engineer's rule of thumb for LoRaWAN. */
export function Signal({ rssiDbm }: { readonly rssiDbm: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (rssiDbm === null) return <span className="muted">{unknown}</span>;
  const quality = rssiDbm > -100 ? "good" : rssiDbm > -115 ? "fair" : "weak";
  return (
    <span className={quality === "weak" ? "number device-low" : "number"}>
      {t(`signal.${quality}`)} <span className="muted">({format.number(rssiDbm)} dBm)</span>
    </span>
  );
}
