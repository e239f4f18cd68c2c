import type { Readings } from "../../api/readings.ts";
import { chartStyle } from "../../charts/chart-style.ts";
import type { ChartOption, LineSeriesOption } from "../../charts/echarts.ts";

interface ClimateLine {
  readonly id: string;
  readonly colour: string;
  /** false: stands back behind the room that was chosen */
  readonly prominent: boolean;
  readonly readings: Readings;
}

export interface ClimateDrawing {
  readonly lines: readonly ClimateLine[];
  readonly from: Date;
  readonly to: Date;
  readonly axisTime: (ms: number) => string;
  readonly number: (value: number) => string;
  readonly tooltip: (index: number) => string;
}

/** One line a room; a bucket without readings breaks its line, so that nobody takes a gap for a calm night. */
export function climateOption(drawing: ClimateDrawing): ChartOption {
  return {
    animation: false,
    grid: [{ left: 4, right: 12, top: 14, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" }],
    tooltip: {
      trigger: "axis",
      confine: true,
      ...chartStyle.tooltip,
      formatter: (shown) => drawing.tooltip((Array.isArray(shown) ? shown[0] : shown)?.dataIndex ?? 0),
    },
    xAxis: {
      type: "time",
      min: drawing.from.getTime(),
      max: drawing.to.getTime(),
      axisLine: { lineStyle: { color: chartStyle.line } },
      axisTick: { show: false },
      axisLabel: { ...chartStyle.text, hideOverlap: true, formatter: drawing.axisTime },
    },
    yAxis: {
      type: "value",
      scale: true,
      splitNumber: 4,
      axisLabel: { ...chartStyle.text, formatter: (value: number) => drawing.number(value) },
      splitLine: { lineStyle: { color: chartStyle.line } },
    },
    series: drawing.lines.map(lineSeries),
  };
}

function lineSeries({ id, colour, prominent, readings }: ClimateLine): LineSeriesOption {
  return {
    type: "line",
    id,
    z: prominent ? 3 : 2,
    showSymbol: false,
    connectNulls: false,
    emphasis: { disabled: true },
    itemStyle: { color: prominent ? colour : "#d5dbd8" },
    lineStyle: { color: prominent ? colour : "#d5dbd8", width: prominent ? 1.8 : 1.2 },
    data: readings.times.map((time, index) => [time.getTime(), readings.values[index] ?? null]),
  };
}
