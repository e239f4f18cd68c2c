import { chartStyle } from "../../charts/chart-style.ts";
import type { ChartOption } from "../../charts/echarts.ts";
import type { LoadDuration } from "./load-duration.ts";

export interface LoadDurationDrawing {
  readonly curve: LoadDuration;
  readonly number: (value: number) => string;
  readonly share: (share: number) => string;
  /** `share`: part of the time, 0 to 1; `powerKw`: what is exceeded during it */
  readonly tooltip: (share: number, powerKw: number) => string;
}

/** More would not be seen. */
const mostPoints = 400;

/** Power over the share of time during which it is exceeded. */
export function loadDurationOption({ curve, number, share, tooltip }: LoadDurationDrawing): ChartOption {
  return {
    animation: false,
    grid: [{ left: 4, right: 16, top: 14, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" }],
    tooltip: {
      trigger: "axis",
      confine: true,
      ...chartStyle.tooltip,
      formatter: (shown) => {
        const value = (Array.isArray(shown) ? shown[0] : shown)?.value;
        return Array.isArray(value) ? tooltip(Number(value[0]), Number(value[1])) : "";
      },
    },
    xAxis: {
      type: "value",
      min: 0,
      max: 1,
      interval: 0.25,
      axisLine: { lineStyle: { color: chartStyle.line } },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: { ...chartStyle.text, formatter: share },
    },
    yAxis: {
      type: "value",
      splitNumber: 4,
      axisLabel: { ...chartStyle.text, formatter: number },
      splitLine: { lineStyle: { color: chartStyle.line } },
    },
    series: [
      {
        type: "line",
        id: "duration",
        symbol: "none",
        lineStyle: { color: "#2f6690", width: 2 },
        itemStyle: { color: "#2f6690" },
        areaStyle: { color: "rgba(47,102,144,.14)" },
        data: pointsOf(curve.powersKw),
      },
    ],
  };
}

function pointsOf(powersKw: readonly number[]): [number, number][] {
  const last = Math.max(1, powersKw.length - 1);
  const count = Math.min(mostPoints, powersKw.length);
  return Array.from({ length: count + 1 }, (_, step) => {
    const place = Math.round((step / count) * (powersKw.length - 1));
    return [place / last, powersKw[place] ?? 0];
  });
}
