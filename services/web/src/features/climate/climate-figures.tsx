import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DetailedBuilding } from "../../api/buildings.ts";
import { type ReadingRange, readingsQuery } from "../../api/readings.ts";
import { Chart } from "../../charts/chart.tsx";
import { escapeHtml, tooltipLine } from "../../charts/chart-style.ts";
import { FiguresTable } from "../../charts/figures-table.tsx";
import { type View, ViewToggle } from "../../charts/view-toggle.tsx";
import { unknown } from "../../format/format.ts";
import { printUnit } from "../../format/unit.ts";
import { useFormat } from "../../format/use-format.ts";
import { Failure } from "../../page-state/failure.tsx";
import { climateOption } from "./climate-option.ts";
import type { ClimateQuantity, ClimateZone } from "./climate-points.ts";

interface ClimateFiguresProps {
  readonly building: DetailedBuilding;
  readonly zones: readonly ClimateZone[];
  readonly quantity: ClimateQuantity;
  readonly range: ReadingRange;
  /** Zone that stands out; null: all alike */
  readonly chosen: string | null;
}

/** One quantity of all rooms, drawn and as a table. */
export function ClimateFigures(props: ClimateFiguresProps) {
  const { quantity, chosen } = props;
  const { t } = useTranslation();
  const [view, setView] = useState<View>("chart");
  const { lines, failed, pending } = useRoomLines(props);
  const unit = printUnit(lines[0]?.readings.unit ?? "");
  const title = t(`quantity.${quantity}`);
  if (failed !== undefined) return <Failure error={failed.error} onRetry={() => void failed.refetch()} />;
  return (
    <div className="climate-figures">
      <div className="figures-head">
        <h3 className="figures-title">
          {title} <span className="muted">{unit === "" ? "" : `(${unit})`}</span>
        </h3>
        <ViewToggle view={view} onChange={setView} label={title} />
      </div>
      {pending ? (
        <div className="climate-loading" role="status" aria-label={t("list.loading")} />
      ) : view === "chart" ? (
        <ClimateChart {...props} lines={lines} unit={unit} />
      ) : (
        <ClimateTable {...props} lines={lines.filter(({ id }) => chosen === null || id === chosen)} />
      )}
    </div>
  );
}

function useRoomLines({ zones, quantity, range, chosen }: ClimateFiguresProps) {
  const rooms = zones.flatMap((zone) =>
    zone.points.filter((point) => point.quantity === quantity).map((point) => ({ zone, point })),
  );
  const replies = useQueries({ queries: rooms.map(({ point }) => readingsQuery(point.id, range)) });
  const lines = rooms.flatMap(({ zone }, index) => {
    const readings = replies[index]?.data;
    const prominent = chosen === null || chosen === zone.id;
    return readings === undefined ? [] : [{ id: zone.id, name: zone.name, colour: zone.colour, prominent, readings }];
  });
  return {
    lines,
    pending: replies.some((reply) => reply.isPending),
    failed: replies.find((reply) => reply.isError && reply.data === undefined),
  };
}

interface DrawnProps extends ClimateFiguresProps {
  readonly lines: ReturnType<typeof useRoomLines>["lines"];
}

function ClimateChart({ building, quantity, range, lines, unit }: DrawnProps & { readonly unit: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { timeZone } = building;
  const decimals = quantity === "temperature" ? 1 : 0;
  const long = range.bucket !== "10m";
  const option = climateOption({
    lines: lines.map((line, index) => ({ ...line, id: `${line.id} ${index}` })),
    ...range,
    axisTime: (ms) => (long ? format.dayAndMonth(new Date(ms), timeZone) : format.clock(new Date(ms), timeZone)),
    number: format.axis,
    tooltip: (index) => {
      const time = lines[0]?.readings.times[index];
      if (time === undefined) return "";
      const rows = lines.map(({ colour, name, readings }) => {
        const value = readings.values[index] ?? null;
        return tooltipLine(colour, name, value === null ? unknown : `${format.number(value, decimals)} ${unit}`);
      });
      return `<b>${escapeHtml(format.dateTime(time, timeZone))}</b>${rows.join("")}`;
    },
  });
  return (
    <Chart
      option={option}
      height={210}
      testId={`${quantity}-chart`}
      label={t("climate.chartLabel", { building: building.name, quantity: t(`quantity.${quantity}`) })}
    />
  );
}

function ClimateTable({ building, quantity, lines }: DrawnProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const decimals = quantity === "temperature" ? 1 : 0;
  const title = t(`quantity.${quantity}`);
  const times = lines[0]?.readings.times ?? [];
  const figures = {
    caption: t("climate.chartLabel", { building: building.name, quantity: title }),
    fileName: `${building.name} ${title}`,
    columns: [t("table.time"), ...lines.map(({ name }) => name)],
    rows: times.map((time, index) => ({
      key: String(time.getTime()),
      title: format.dateTime(time, building.timeZone),
      cells: lines.map(({ readings }) => readings.values[index] ?? null),
    })),
    decimals,
  };
  return <FiguresTable figures={figures} />;
}
