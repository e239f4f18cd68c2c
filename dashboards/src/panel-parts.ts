import {
  LegendDisplayMode,
  LegendPlacement,
  ReduceDataOptionsBuilder,
  SortOrder,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from "@grafana/grafana-foundation-sdk/common";
import { ThresholdsConfigBuilder, ThresholdsMode } from "@grafana/grafana-foundation-sdk/dashboard";
import { PanelBuilder as StatPanel } from "@grafana/grafana-foundation-sdk/stat";
import { PanelBuilder as TablePanel } from "@grafana/grafana-foundation-sdk/table";
import { PanelBuilder as TimeSeriesPanel } from "@grafana/grafana-foundation-sdk/timeseries";
import { dataSource } from "./sql-query.ts";

export interface PanelPlace {
  /** Stays with the panel for ever: links to it hold. */
  readonly id: number;
  readonly title: string;
  /** What the reader must know to trust the figure: source, limits, what is left out. */
  readonly description: string;
  /** Columns of 24. */
  readonly width: number;
  /** Rows of 30 px. */
  readonly height: number;
}

export function timeSeriesPanel(place: PanelPlace, legendCalculations: string[] = []): TimeSeriesPanel {
  return new TimeSeriesPanel()
    .id(place.id)
    .title(place.title)
    .description(place.description)
    .span(place.width)
    .height(place.height)
    .datasource(dataSource)
    .legend(
      new VizLegendOptionsBuilder()
        .displayMode(legendCalculations.length > 0 ? LegendDisplayMode.Table : LegendDisplayMode.List)
        .placement(LegendPlacement.Bottom)
        .showLegend(true)
        .calcs(legendCalculations),
    )
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending));
}

export function statPanel(place: PanelPlace): StatPanel {
  return new StatPanel()
    .id(place.id)
    .title(place.title)
    .description(place.description)
    .span(place.width)
    .height(place.height)
    .datasource(dataSource)
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(["lastNotNull"]).fields("").values(false));
}

export function tablePanel(place: PanelPlace): TablePanel {
  return new TablePanel()
    .id(place.id)
    .title(place.title)
    .description(place.description)
    .span(place.width)
    .height(place.height)
    .datasource(dataSource)
    .filterable(true);
}

export function stacked(mode: StackingMode = StackingMode.Normal): StackingConfigBuilder {
  return new StackingConfigBuilder().mode(mode).group("A");
}

/** Colours from the lowest value up: each holds from its value on, the first from minus infinity. */
export function thresholds(first: string, ...steps: readonly (readonly [number, string])[]): ThresholdsConfigBuilder {
  return new ThresholdsConfigBuilder()
    .mode(ThresholdsMode.Absolute)
    .steps([{ value: null, color: first }, ...steps.map(([value, color]) => ({ value, color }))]);
}
