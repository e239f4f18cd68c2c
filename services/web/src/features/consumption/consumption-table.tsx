import { useTranslation } from "react-i18next";
import type { FigureRow, Figures } from "../../charts/figures-table.tsx";
import { useFormat } from "../../format/use-format.ts";
import { useBucketLabel } from "./bucket-label.ts";
import { bucketValue, qualityOf, runningIndex, seriesOf } from "./bucket-quality.ts";
import type { ConsumptionFiguresProps } from "./consumption-figures.tsx";
import { useEnergyUnit } from "./energy-unit.ts";

/** The drawn figures as rows; a day or a month opens what it is made of, as in the chart. */
export function useConsumptionTable(props: ConsumptionFiguresProps): Figures {
  const { building, period, columns, energies, unit, figures } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const unitOf = useEnergyUnit();
  const series = seriesOf(columns, energies);
  const compared = unit === "kWh" && figures.earlier.length > 0;
  const names = series.map((one) => `${t(`energy.${one.energy}`)} (${unitOf(one.energy)})`);
  const before = compared ? [`${t("consumption.before")} (kWh)`] : [];
  return {
    caption: t("consumption.chartLabel", { building: building.name, period: format.period(period), unit }),
    fileName: `${building.name} ${period.first} ${unit}`,
    columns: [t(`step.${columns.by}`), ...names, ...before, t("quality.measured"), t("quality.state")],
    rows: useRows(props, compared),
  };
}

function useRows(props: ConsumptionFiguresProps, compared: boolean): FigureRow[] {
  const { period, columns, energies, figures, now, onBucket } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const label = useBucketLabel(period, columns.localStarts);
  const series = seriesOf(columns, energies);
  const running = runningIndex(columns, now);
  return columns.localStarts.map((start, index) => {
    const title = label.full(start);
    const measured = series.map((one) => one.measuredShare[index] ?? 0);
    const states = new Set(series.map((one) => qualityOf(one, index, index === running)));
    return {
      key: start,
      title,
      ...(period.kind === "day" ? {} : { link: <BucketButton title={title} onOpen={() => onBucket(start)} /> }),
      cells: [
        ...series.map((one) => bucketValue(one, index)),
        ...(compared ? [figures.earlier[index] ?? null] : []),
        format.share(measured.reduce((sum, share) => sum + share, 0) / Math.max(1, measured.length)),
        [...states].map((state) => t(`quality.${state}`)).join(", "),
      ],
    };
  });
}

function BucketButton({ title, onOpen }: { readonly title: string; readonly onOpen: () => void }) {
  return (
    <button type="button" className="text-button" onClick={onOpen}>
      {title}
    </button>
  );
}
