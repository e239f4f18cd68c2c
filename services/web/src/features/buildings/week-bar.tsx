import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";
import type { WeekFigures } from "./week-figures.ts";

/** This week within the whole of last week; the tick is where last week was at the same hour. */
export function WeekBar({ figures }: { readonly figures: WeekFigures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { energyKwh, lastSameSpanKwh, lastWeekKwh } = figures;
  if (energyKwh === null || lastWeekKwh === null || lastWeekKwh <= 0) return <span className="week-bar-none" />;
  const scale = Math.max(lastWeekKwh, energyKwh);
  const percent = (value: number) => `${(value / scale) * 100}%`;
  const label = t("week.bar", { now: format.amount(energyKwh), before: format.amount(lastWeekKwh) });
  return (
    <span className="week-bar" role="img" aria-label={label} title={label}>
      <span className="week-bar-last" style={{ width: percent(lastWeekKwh) }} />
      <span className="week-bar-now" style={{ width: percent(energyKwh) }} />
      {lastSameSpanKwh !== null && <span className="week-bar-tick" style={{ left: percent(lastSameSpanKwh) }} />}
    </span>
  );
}
