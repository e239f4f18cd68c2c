import type { HourRange, TariffSchedule } from "@gtb/domain/money/tariff-schedule";
import { Button, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { offPeakHours, withOffPeakHours } from "./off-peak-hours.ts";

/** As many ranges as a rule may have; typing in one must not make it another. */
const rangeKeys = Array.from({ length: 10 }, (_, index) => `range-${index}`);

interface OffPeakFieldsProps {
  readonly schedule: TariffSchedule;
  readonly onChange: (schedule: TariffSchedule) => void;
}

/** The off-peak hours of a meter that counts no classes itself. */
export function OffPeakFields({ schedule, onChange }: OffPeakFieldsProps) {
  const { t } = useTranslation();
  const hours = offPeakHours(schedule);
  if (hours === undefined) return <p className="muted">{t("contractForm.ownSchedule")}</p>;
  const change = (ranges: readonly HourRange[]) => onChange(withOffPeakHours(schedule, ranges));
  const field = (index: number, part: "from" | "to") => (
    <TextInput
      required
      type="time"
      label={t(part === "from" ? "contractForm.hoursFrom" : "contractForm.hoursTo")}
      value={hours[index]?.[part].replace("24:00", "00:00") ?? ""}
      onChange={({ currentTarget: { value } }) =>
        change(hours.map((range, at) => (at === index ? { ...range, [part]: value } : range)))
      }
    />
  );
  return (
    <fieldset className="contract-hours">
      <legend>{t("contractForm.offPeak")}</legend>
      {hours.map((_, index) => (
        <div key={rangeKeys[index]} className="contract-hour-range">
          {field(index, "from")}
          {field(index, "to")}
          {hours.length > 1 && (
            <button
              type="button"
              className="text-button"
              onClick={() => change(hours.filter((__, at) => at !== index))}
            >
              {t("contractForm.remove")}
            </button>
          )}
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        disabled={hours.length >= rangeKeys.length}
        onClick={() => change([...hours, { from: "12:00", to: "14:00" }])}
      >
        {t("contractForm.addHours")}
      </Button>
      <p className="muted">{t("contractForm.offPeakHint")}</p>
    </fieldset>
  );
}
