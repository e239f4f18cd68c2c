import type { Energy } from "@gtb/contracts/energies";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DetailedBuilding } from "../../api/buildings.ts";
import type { Consumption } from "../../api/consumption.ts";
import { Chart } from "../../charts/chart.tsx";
import { FiguresTable } from "../../charts/figures-table.tsx";
import { type View, ViewToggle } from "../../charts/view-toggle.tsx";
import { useFormat } from "../../format/use-format.ts";
import type { Period } from "../../time/period.ts";
import { useBucketLabel } from "./bucket-label.ts";
import { consumptionOption } from "./consumption-option.ts";
import { useConsumptionTable } from "./consumption-table.tsx";
import { useConsumptionTooltip } from "./consumption-tooltip.ts";
import { QualityLegend } from "./quality-legend.tsx";
import type { PeriodFigures } from "./use-period-figures.ts";

export interface ConsumptionFiguresProps {
  readonly building: DetailedBuilding;
  readonly period: Period;
  readonly columns: Consumption;
  readonly figures: PeriodFigures;
  readonly energies: readonly Energy[];
  readonly unit: "kWh" | "m³";
  readonly now: Date;
  readonly onBucket: (localStart: string) => void;
}

/** The same figures drawn and as a table. */
export function ConsumptionFigures(props: ConsumptionFiguresProps) {
  const { period, columns, energies, unit, now } = props;
  const { t } = useTranslation();
  const [view, setView] = useState<View>("chart");
  const water = unit === "m³";
  const title = water ? t("energy.water") : t("consumption.by", { step: t(`step.${columns.by}`) });
  return (
    <div className={water ? "consumption-figures consumption-water" : "consumption-figures"}>
      <div className="figures-head">
        <h3 className="figures-title">
          {title} <span className="muted">({unit})</span>
        </h3>
        <ViewToggle view={view} onChange={setView} label={title} />
      </div>
      {view === "chart" ? <ConsumptionChart {...props} /> : <ConsumptionTable {...props} />}
      {view === "chart" && <QualityLegend {...{ columns, energies, period, now }} earlier={props.figures.earlier} />}
    </div>
  );
}

function ConsumptionTable(props: ConsumptionFiguresProps) {
  return <FiguresTable figures={useConsumptionTable(props)} />;
}

function ConsumptionChart({
  building,
  period,
  columns,
  figures,
  energies,
  unit,
  now,
  onBucket,
}: ConsumptionFiguresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useBucketLabel(period, columns.localStarts);
  const water = unit === "m³";
  const { future } = figures;
  const earlier = water ? noEarlier : figures.earlier;
  const tooltip = useConsumptionTooltip({ period, columns, energies, unit, earlier, future, now });
  const option = consumptionOption({
    columns,
    energies,
    earlier,
    future,
    now,
    label: label.axis,
    number: format.axis,
    tooltip,
  });
  const pick = (index: number) => {
    const start = columns.localStarts[index];
    if (start !== undefined) onBucket(start);
  };
  return (
    <Chart
      testId={water ? "water-chart" : "consumption-chart"}
      option={option}
      height={water ? 150 : 300}
      label={t("consumption.chartLabel", { building: building.name, period: format.period(period), unit })}
      onPick={period.kind === "day" ? undefined : pick}
    />
  );
}

const noEarlier: readonly (number | null)[] = [];
