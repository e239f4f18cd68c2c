import type { Energy } from "@gtb/contracts/energies";
import { useTranslation } from "react-i18next";
import type { Consumption } from "../../api/consumption.ts";
import { useFormat } from "../../format/use-format.ts";
import { compared, type Period } from "../../time/period.ts";
import { type BucketQuality, qualityOf, runningIndex, seriesOf } from "./bucket-quality.ts";

interface LegendProps {
  readonly columns: Consumption;
  readonly energies: readonly Energy[];
  readonly period: Period;
  readonly earlier: readonly (number | null)[];
  readonly now: Date;
}

const explained: readonly BucketQuality[] = ["estimated", "incomplete", "missing", "running"];

/** Explains the marks that the chart beside it shows, and no others. */
export function QualityLegend({ columns, energies, period, earlier, now }: LegendProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const running = runningIndex(columns, now);
  const shown = new Set(
    seriesOf(columns, energies).flatMap((series) =>
      columns.localStarts.map((_, index) => qualityOf(series, index, index === running)),
    ),
  );
  const marks = explained.filter((quality) => shown.has(quality));
  return (
    <ul className="legend">
      {!energies.includes("water") && earlier.some((kwh) => kwh !== null) && (
        <li>
          <span className="legend-mark legend-earlier" />
          {format.period(compared(period))}
        </li>
      )}
      {marks.map((quality) => (
        <li key={quality}>
          <span className={`legend-mark legend-${quality}`} />
          {t(`quality.${quality}`)}
        </li>
      ))}
      {period.kind !== "day" && <li className="legend-hint">{t("consumption.pick")}</li>}
    </ul>
  );
}
