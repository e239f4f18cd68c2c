import { chartStyle } from "../../charts/chart-style.ts";
import type { BarSeriesOption, ChartOption, LineSeriesOption } from "../../charts/echarts.ts";
import { barStyle, gapStyle } from "../consumption/bar-style.ts";
import { type EnergyStack, partQuality } from "./energy-stack.ts";

export interface StackDrawing {
  readonly stack: EnergyStack;
  /** Local starts of buckets that have not begun */
  readonly future: readonly string[];
  readonly label: (localStart: string) => string;
  readonly number: (value: number) => string;
  readonly tooltip: (index: number) => string;
}

export const degreeDayColour = "#7a4fa3";

/** Parts on one another over the pale year before; what is not known is a hatched gap; degree days are a dotted line. */
export function stackOption(drawing: StackDrawing): ChartOption {
  const { stack, future, label, tooltip } = drawing;
  const labels = [...stack.localStarts, ...future].map(label);
  return {
    animationDuration: 250,
    grid: [{ left: 4, right: 4, top: 14, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" }],
    tooltip: {
      trigger: "axis",
      confine: true,
      axisPointer: { type: "shadow", shadowStyle: { color: "rgba(24,32,30,.04)" } },
      ...chartStyle.tooltip,
      formatter: (shown) => tooltip((Array.isArray(shown) ? shown[0] : shown)?.dataIndex ?? 0),
    },
    xAxis: [
      {
        type: "category",
        data: labels,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: chartStyle.line } },
        axisLabel: { ...chartStyle.text, hideOverlap: true },
      },
      { type: "category", data: labels, show: false },
    ],
    yAxis: valueAxes(drawing),
    series: [
      gaps(stack),
      ...earlier(stack),
      ...stack.parts.map((_, index) => partBars(stack, index)),
      ...degrees(stack),
    ],
  };
}

function valueAxes({ stack, number }: StackDrawing) {
  const axisLabel = { ...chartStyle.text, formatter: (value: number) => number(value) };
  return [
    { type: "value" as const, splitNumber: 4, axisLabel, splitLine: { lineStyle: { color: chartStyle.line } } },
    { type: "value" as const, min: 0, max: 1, show: false },
    {
      type: "value" as const,
      min: 0,
      show: stack.degreeDays.length > 0,
      position: "right" as const,
      splitNumber: 4,
      axisLabel: { ...axisLabel, color: degreeDayColour },
      splitLine: { show: false },
    },
  ];
}

function gaps({ localStarts, parts }: EnergyStack): BarSeriesOption {
  const unknown = (index: number) => parts.some(({ buckets }) => (buckets[index]?.value ?? null) === null);
  return {
    type: "bar",
    id: "gap",
    xAxisIndex: 1,
    yAxisIndex: 1,
    z: 0,
    barWidth: "72%",
    silent: true,
    data: localStarts.map((_, index) => (unknown(index) ? 1 : null)),
    itemStyle: gapStyle,
  };
}

function earlier(stack: EnergyStack): BarSeriesOption[] {
  if (stack.earlier.length === 0) return [];
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
      data: [...stack.earlier],
      itemStyle: { color: chartStyle.ghost, borderRadius: [3, 3, 0, 0] },
    },
  ];
}

function partBars(stack: EnergyStack, index: number): BarSeriesOption {
  const part = stack.parts[index];
  return {
    type: "bar",
    id: part?.id ?? String(index),
    stack: "parts",
    z: 2,
    barWidth: "46%",
    emphasis: { disabled: true },
    data: (part?.buckets ?? []).map((bucket, place) => ({
      value: bucket.value,
      itemStyle: barStyle(part?.colour ?? "#75817d", partQuality(bucket, place === stack.running)),
    })),
  };
}

function degrees({ degreeDays }: EnergyStack): LineSeriesOption[] {
  if (degreeDays.length === 0) return [];
  return [
    {
      type: "line",
      id: "degree-days",
      yAxisIndex: 2,
      z: 3,
      silent: true,
      symbol: "circle",
      symbolSize: 4,
      connectNulls: false,
      itemStyle: { color: degreeDayColour },
      lineStyle: { color: degreeDayColour, width: 1.6, type: "dotted" },
      data: [...degreeDays],
    },
  ];
}
