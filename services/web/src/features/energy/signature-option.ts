import type { EnergySignature } from "@gtb/domain/energy/energy-signature";
import { chartStyle } from "../../charts/chart-style.ts";
import type { ChartOption, LineSeriesOption, ScatterSeriesOption } from "../../charts/echarts.ts";
import type { ClimateDay } from "./signature-days.ts";

export interface SignatureDrawing {
  readonly days: readonly ClimateDay[];
  /** null: no line deserves to be drawn */
  readonly weekdayLine: EnergySignature | null;
  readonly weekendLine: EnergySignature | null;
  readonly number: (value: number) => string;
  readonly tooltip: (day: ClimateDay) => string;
}

/** Blue circles and orange triangles: told apart by form as well as by hue. */
export const signatureColours = { weekday: "#2f6690", weekend: "#c8702a" } as const;

/** Daily use over the day's mean outdoor temperature, with the lines that the days deserve. */
export function signatureOption(drawing: SignatureDrawing): ChartOption {
  const { days, number, tooltip } = drawing;
  const weekdays = days.filter(({ weekend }) => !weekend);
  const weekends = days.filter(({ weekend }) => weekend);
  const axis = {
    axisLine: { lineStyle: { color: chartStyle.line } },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: chartStyle.line } },
  };
  return {
    animation: false,
    grid: [{ left: 4, right: 16, top: 14, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" }],
    tooltip: {
      trigger: "item",
      confine: true,
      ...chartStyle.tooltip,
      formatter: (shown) => {
        const one = Array.isArray(shown) ? shown[0] : shown;
        const day = (one?.seriesId === "weekend" ? weekends : weekdays)[one?.dataIndex ?? -1];
        return day === undefined ? "" : tooltip(day);
      },
    },
    xAxis: {
      type: "value",
      scale: true,
      ...axis,
      splitLine: { show: false },
      axisLabel: { ...chartStyle.text, formatter: (value: number) => `${number(value)} °C` },
    },
    yAxis: { type: "value", min: 0, splitNumber: 4, ...axis, axisLabel: { ...chartStyle.text, formatter: number } },
    series: [
      dots("weekday", weekdays),
      dots("weekend", weekends),
      ...line("weekday", drawing.weekdayLine, weekdays),
      ...line("weekend", drawing.weekendLine, weekends),
    ],
  };
}

type Kind = keyof typeof signatureColours;

function dots(kind: Kind, days: readonly ClimateDay[]): ScatterSeriesOption {
  return {
    type: "scatter",
    id: kind,
    symbol: kind === "weekday" ? "circle" : "triangle",
    symbolSize: kind === "weekday" ? 7 : 8,
    itemStyle: { color: signatureColours[kind], opacity: 0.6 },
    data: days.map(({ meanC, energyKwh }) => [meanC, energyKwh]),
  };
}

/** Only over temperatures that there have been: beyond them it would be a guess. */
function line(kind: Kind, fitted: EnergySignature | null, days: readonly ClimateDay[]): LineSeriesOption[] {
  if (fitted === null) return [];
  const { baseKwh, perDegreeKwh, balanceC } = fitted;
  const temperatures = days.map(({ meanC }) => meanC);
  const coldest = Math.min(...temperatures);
  const warmest = Math.max(...temperatures);
  const corners = [coldest, ...(balanceC > coldest && balanceC < warmest ? [balanceC] : []), warmest];
  return [
    {
      type: "line",
      id: `${kind}-line`,
      symbol: "none",
      silent: true,
      tooltip: { show: false },
      z: 4,
      lineStyle: { color: signatureColours[kind], width: 2, type: kind === "weekday" ? "solid" : "dashed" },
      data: corners.map((meanC) => [meanC, baseKwh + perDegreeKwh * Math.max(0, balanceC - meanC)]),
    },
  ];
}
