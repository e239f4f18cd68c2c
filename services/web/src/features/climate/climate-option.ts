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
      // Half a percent of humidity does not fill the height of a chart.
      minInterval: 1,
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
    symbol: "circle",
    symbolSize: (_: unknown, { dataIndex }: { dataIndex: number }) => (isAlone(readings, dataIndex) ? 4 : 0),
    connectNulls: false,
    emphasis: { disabled: true },
    itemStyle: { color: prominent ? colour : "#d5dbd8" },
    lineStyle: { color: prominent ? colour : "#d5dbd8", width: prominent ? 1.8 : 1.2 },
    data: readings.times.map((time, index) => [time.getTime(), readings.values[index] ?? null]),
  };
}

/** Whether no line leads to this value: without a mark of its own, a room that is seldom heard would look empty. */
function isAlone({ values }: Readings, index: number): boolean {
  const known = (at: number) => (values[at] ?? null) !== null;
  return known(index) && !known(index - 1) && !known(index + 1);
}
