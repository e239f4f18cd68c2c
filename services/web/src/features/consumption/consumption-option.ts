import type { Energy } from "@gtb/contracts/energies";
import type { Consumption } from "../../api/consumption.ts";
import { chartStyle } from "../../charts/chart-style.ts";
import type { BarSeriesOption, ChartOption } from "../../charts/echarts.ts";
import { energyColours } from "../../theme/energy-colours.ts";
import { barStyle, gapStyle } from "./bar-style.ts";
import { bucketValue, qualityOf, runningIndex, seriesOf } from "./bucket-quality.ts";

export interface ConsumptionDrawing {
  readonly columns: Consumption;
  readonly energies: readonly Energy[];
  /** What the period before used in each bucket; empty: not drawn */
  readonly earlier: readonly (number | null)[];
  /** Local starts of buckets that have not begun */
  readonly future: readonly string[];
  readonly now: Date;
  /** Axis label of the bucket that starts then */
  readonly label: (localStart: string) => string;
  readonly number: (value: number) => string;
  readonly tooltip: (index: number) => string;
}

/** Bars stacked by energy over pale ones of the period before; what is not known is a hatched gap. */
export function consumptionOption(drawing: ConsumptionDrawing): ChartOption {
  const labels = [...drawing.columns.localStarts, ...drawing.future].map(drawing.label);
  const hidden = { type: "category", data: labels, show: false } as const;
  return {
    animationDuration: 250,
    grid: [{ left: 4, right: 4, top: 14, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" }],
    tooltip: {
      trigger: "axis",
      confine: true,
      axisPointer: { type: "shadow", shadowStyle: { color: "rgba(24,32,30,.04)" } },
      ...chartStyle.tooltip,
      formatter: (shown) => drawing.tooltip((Array.isArray(shown) ? shown[0] : shown)?.dataIndex ?? 0),
    },
    xAxis: [
      {
        type: "category",
        data: labels,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: chartStyle.line } },
        axisLabel: { ...chartStyle.text, hideOverlap: true },
      },
      hidden,
    ],
    yAxis: [
      {
        type: "value",
        splitNumber: 4,
        axisLabel: { ...chartStyle.text, formatter: (value: number) => drawing.number(value) },
        splitLine: { lineStyle: { color: chartStyle.line } },
      },
      { type: "value", min: 0, max: 1, show: false },
    ],
    series: [gapSeries(drawing), ...earlierSeries(drawing), ...energySeries(drawing)],
  };
}

/** Whether nothing is known of one of the energies in a bucket: then the bar, if there is one, is too low. */
function isGap({ columns, energies }: Pick<ConsumptionDrawing, "columns" | "energies">, index: number): boolean {
  return seriesOf(columns, energies).some((series) => bucketValue(series, index) === null);
}

function gapSeries(drawing: ConsumptionDrawing): BarSeriesOption {
  return {
    type: "bar",
    id: "gap",
    xAxisIndex: 1,
    yAxisIndex: 1,
    z: 0,
    barWidth: "72%",
    silent: true,
    data: drawing.columns.localStarts.map((_, index) => (isGap(drawing, index) ? 1 : null)),
    itemStyle: gapStyle,
  };
}

function earlierSeries(drawing: ConsumptionDrawing): BarSeriesOption[] {
  if (drawing.earlier.length === 0) return [];
  return [
    {
      type: "bar",
      id: "earlier",
      xAxisIndex: 1,
      yAxisIndex: 0,
      z: 1,
      barWidth: "72%",
      barGap: "-100%",
      silent: true,
      data: [...drawing.earlier],
      itemStyle: { color: chartStyle.ghost, borderRadius: [3, 3, 0, 0] },
    },
  ];
}

function energySeries(drawing: ConsumptionDrawing): BarSeriesOption[] {
  const running = runningIndex(drawing.columns, drawing.now);
  return seriesOf(drawing.columns, drawing.energies).map((series) => ({
    type: "bar",
    id: series.energy,
    stack: "energy",
    z: 2,
    barWidth: "46%",
    barMinHeight: 1,
    emphasis: { disabled: true },
    data: drawing.columns.localStarts.map((_, index) => ({
      value: bucketValue(series, index),
      itemStyle: barStyle(energyColours[series.energy], qualityOf(series, index, index === running)),
    })),
  }));
}
