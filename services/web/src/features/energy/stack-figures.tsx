import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AnalysisRange, BuildingAnalysis } from "../../api/analysis.ts";
import { analysisPath, analysisValues } from "../../api/analysis.ts";
import type { DetailedBuilding } from "../../api/buildings.ts";
import { Chart } from "../../charts/chart.tsx";
import { FiguresTable } from "../../charts/figures-table.tsx";
import { type View, ViewToggle } from "../../charts/view-toggle.tsx";
import { useFormat } from "../../format/use-format.ts";
import type { Period } from "../../time/period.ts";
import { useBucketLabel } from "../consumption/bucket-label.ts";
import { type EnergyStack, partQuality } from "./energy-stack.ts";
import { StackLegend } from "./stack-legend.tsx";
import { stackOption } from "./stack-option.ts";
import { useStackTooltip } from "./stack-tooltip.ts";

export interface StackFiguresProps {
  readonly building: DetailedBuilding;
  readonly period: Period;
  readonly analysis: BuildingAnalysis;
  readonly range: AnalysisRange;
  readonly stack: EnergyStack;
  /** Local starts of all buckets of the period, those to come included */
  readonly labels: readonly string[];
  /** Behind the numbers */
  readonly unit: string;
  readonly onBucket: (localStart: string) => void;
}

/** The same figures drawn, as a table and as files. */
export function StackFigures(props: StackFiguresProps) {
  const { t } = useTranslation();
  const [view, setView] = useState<View>("chart");
  const title = t("consumption.by", { step: t(`step.${stepName(props.analysis.by)}`) });
  return (
    <div>
      <div className="figures-head">
        <h3 className="figures-title">
          {title} <span className="muted">({props.unit})</span>
        </h3>
        <ViewToggle view={view} onChange={setView} label={title} />
      </div>
      {view === "chart" ? <StackChart {...props} /> : <StackTable {...props} />}
      {view === "chart" && <StackLegend {...props} />}
    </div>
  );
}

function stepName(by: BuildingAnalysis["by"]): "hour" | "day" | "month" {
  return by === "hour" || by === "month" ? by : "day";
}

function StackChart({ building, period, stack, labels, unit, onBucket }: StackFiguresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useBucketLabel(period, labels);
  const tooltip = useStackTooltip({ stack, period, labels, unit });
  const future = labels.slice(stack.localStarts.length);
  const option = stackOption({ stack, future, label: label.axis, number: format.axis, tooltip });
  const pick = (index: number) => {
    const start = stack.localStarts[index];
    if (start !== undefined) onBucket(start);
  };
  return (
    <Chart
      testId="energy-stack"
      option={option}
      height={320}
      label={t("consumption.chartLabel", { building: building.name, period: format.period(period), unit })}
      onPick={period.kind === "day" ? undefined : pick}
    />
  );
}

function StackTable({ building, period, analysis, range, stack, labels, unit, onBucket }: StackFiguresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useBucketLabel(period, labels);
  const compared = stack.earlier.length > 0;
  const cold = stack.degreeDays.length > 0;
  const figures = {
    caption: t("consumption.chartLabel", { building: building.name, period: format.period(period), unit }),
    fileName: `${building.name} ${period.first}`,
    columns: [
      t(`step.${stepName(analysis.by)}`),
      ...stack.parts.map(({ name }) => `${name} (${unit})`),
      ...(compared ? [`${t("energyPage.yearBefore")} (${unit})`] : []),
      ...(cold ? [t("energyPage.degreeDays")] : []),
      t("quality.state"),
    ],
    rows: stack.localStarts.map((start, index) => ({
      key: start,
      title: label.full(start),
      ...(period.kind === "day"
        ? {}
        : { link: <OpenBucket text={label.full(start)} onOpen={() => onBucket(start)} /> }),
      cells: [
        ...stack.parts.map(({ buckets }) => buckets[index]?.value ?? null),
        ...(compared ? [stack.earlier[index] ?? null] : []),
        ...(cold ? [stack.degreeDays[index] ?? null] : []),
        [...new Set(stack.parts.map(({ buckets }) => stateOf(buckets[index], index === stack.running)))]
          .map((state) => t(`quality.${state}`))
          .join(", "),
      ],
    })),
    route: { path: analysisPath(range), values: analysisValues(range) },
  };
  return <FiguresTable figures={figures} />;
}

function stateOf(part: EnergyStack["parts"][number]["buckets"][number] | undefined, running: boolean) {
  return part === undefined ? "missing" : partQuality(part, running);
}

function OpenBucket({ text, onOpen }: { readonly text: string; readonly onOpen: () => void }) {
  return (
    <button type="button" className="text-button" onClick={onOpen}>
      {text}
    </button>
  );
}
