import { chartStyle } from "../../charts/chart-style.ts";
import type { ChartOption, HeatmapSeriesOption, VisualMapComponentOption } from "../../charts/echarts.ts";
import { hatch } from "../../charts/hatch.ts";
import type { GridCell, HourGrid } from "./hour-grid.ts";

export interface HeatMapDrawing {
  readonly grid: HourGrid;
  readonly day: (date: string) => string;
  readonly hour: (hour: number) => string;
  readonly number: (value: number) => string;
  readonly tooltip: (cell: GridCell) => string;
}

/** From little to much: yellow to dark blue grows darker all the way, so that it also works without seeing its hues. */
const colours = ["#fbf8d4", "#d6eac0", "#8fd0ba", "#4bb0c3", "#2a84bd", "#2b57a0", "#1b2a6b"];
/** Told from the scale's own series by its index. */
const missingFill: VisualMapComponentOption = {
  type: "continuous",
  seriesIndex: 1,
  show: false,
  min: 0,
  max: 1,
  inRange: { color: ["#eceeed", "#eceeed"] },
};

/** One column a day, midnight at its top; what is not known is hatched grey, which no amount of energy is. */
export function heatMapOption(drawing: HeatMapDrawing): ChartOption {
  const { cells, days } = drawing.grid;
  const known = cells.filter(({ energyKwh }) => energyKwh !== null);
  const unknown = cells.filter(({ energyKwh }) => energyKwh === null);
  return {
    animation: false,
    grid: [{ left: 4, right: 4, top: 6, bottom: 52, outerBoundsMode: "same", outerBoundsContain: "axisLabel" }],
    tooltip: {
      trigger: "item",
      confine: true,
      ...chartStyle.tooltip,
      formatter: (shown) => tooltipOf(drawing, Array.isArray(shown) ? shown[0]?.value : shown.value),
    },
    xAxis: {
      type: "category",
      data: days.map(drawing.day),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { ...chartStyle.text, hideOverlap: true },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: Array.from({ length: 24 }, (_, hour) => drawing.hour(hour)),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { ...chartStyle.text, interval: 5 },
    },
    visualMap: [scaleBar(drawing, scaleEnd(known)), missingFill],
    series: [
      { ...common("known"), data: known.map((cell) => [cell.day, cell.hour, cell.energyKwh ?? 0]) },
      {
        ...common("missing"),
        // A heat map colours by value alone: this one has a scale of its own, of a single grey.
        data: unknown.map((cell) => [cell.day, cell.hour, 0]),
        itemStyle: { decal: hatch("#cfd5d2") },
      },
    ],
  };
}

function scaleBar({ number }: HeatMapDrawing, end: number): VisualMapComponentOption {
  return {
    type: "continuous",
    seriesIndex: 0,
    min: 0,
    max: end,
    orient: "horizontal",
    left: "center",
    bottom: 0,
    itemWidth: 10,
    itemHeight: 150,
    calculable: false,
    text: [number(end), number(0)],
    textStyle: chartStyle.text,
    inRange: { color: colours },
  };
}

function common(id: string): HeatmapSeriesOption {
  return { type: "heatmap", id, progressive: 0, emphasis: { itemStyle: { borderColor: "#18201e", borderWidth: 1 } } };
}

/** One hour in a hundred may lie beyond the scale's end: a single peak would leave all others pale. */
function scaleEnd(known: readonly GridCell[]): number {
  const sorted = known.map(({ energyKwh }) => energyKwh ?? 0).sort((a, b) => a - b);
  return Math.max(sorted[Math.floor((sorted.length - 1) * 0.99)] ?? 0, 0.001);
}

function tooltipOf({ grid, tooltip }: HeatMapDrawing, value: unknown): string {
  if (!Array.isArray(value)) return "";
  const cell = grid.cells.find(({ day, hour }) => day === value[0] && hour === value[1]);
  return cell === undefined ? "" : tooltip(cell);
}
