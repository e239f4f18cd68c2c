import type { Energy } from "@gtb/contracts/energies";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DetailedBuilding } from "../../api/buildings.ts";
import { Chart } from "../../charts/chart.tsx";
import { escapeHtml, tooltipLine } from "../../charts/chart-style.ts";
import { FiguresTable } from "../../charts/figures-table.tsx";
import { type View, ViewToggle } from "../../charts/view-toggle.tsx";
import { useFormat } from "../../format/use-format.ts";
import { energyColours } from "../../theme/energy-colours.ts";
import type { CalendarDate } from "../../time/calendar-date.ts";
import type { Period } from "../../time/period.ts";
import { heatMapOption } from "./heat-map-option.ts";
import { type GridCell, type HourGrid, type Hours, hourGrid } from "./hour-grid.ts";

interface HeatMapProps {
  readonly building: DetailedBuilding;
  readonly span: Period;
  readonly energy: Energy;
  readonly hours: Hours;
  readonly onDay: (date: CalendarDate) => void;
}

/** Every hour of a period at a glance: what never stops at night, what forgot that it is Sunday. */
export function HeatMap(props: HeatMapProps) {
  const { t } = useTranslation();
  const [view, setView] = useState<View>("chart");
  const grid = hourGrid(props.hours);
  const missing = grid.cells.some(({ energyKwh }) => energyKwh === null);
  return (
    <div>
      <div className="figures-head">
        <h3 className="figures-title">
          {t("profile.heatMap")} <span className="muted">(kWh)</span>
        </h3>
        <ViewToggle view={view} onChange={setView} label={t("profile.heatMap")} />
      </div>
      <p className="figures-note muted">{t("profile.heatMapHint")}</p>
      {view === "chart" ? <HeatMapChart {...props} grid={grid} /> : <HeatMapTable {...props} grid={grid} />}
      {view === "chart" && (
        <ul className="legend">
          {missing && (
            <li>
              <span className="legend-mark legend-missing" />
              {t("quality.missing")}
            </li>
          )}
          <li className="legend-hint">{t("profile.pickDay")}</li>
        </ul>
      )}
    </div>
  );
}

interface DrawnProps extends HeatMapProps {
  readonly grid: HourGrid;
}

function HeatMapChart({ building, span, energy, grid, onDay }: DrawnProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const hourText = (hour: number) => format.hour(`2026-01-01T${String(hour).padStart(2, "0")}:00`);
  const tooltip = ({ day, hour, energyKwh, estimated }: GridCell) => {
    const value = energyKwh === null ? t("quality.missing") : `${format.amount(energyKwh)} kWh`;
    const note = estimated && energyKwh !== null ? `<div class="tooltip-note">${t("quality.estimated")}</div>` : "";
    const title = `${format.longDay(grid.days[day] ?? "")}, ${hourText(hour)}`;
    return `<b>${escapeHtml(title)}</b>${tooltipLine(energyColours[energy], t(`energy.${energy}`), value)}${note}`;
  };
  const option = heatMapOption({
    grid,
    day: span.kind === "week" ? format.weekday : format.day,
    hour: hourText,
    number: (value) => `${format.amount(value)} kWh`,
    tooltip,
  });
  return (
    <Chart
      testId="heat-map"
      option={option}
      height={320}
      label={t("profile.heatMapLabel", { building: building.name, period: format.period(span) })}
      onPick={(index) => {
        const date = grid.days[index];
        if (date !== undefined) onDay(date);
      }}
    />
  );
}

function HeatMapTable({ building, span, energy, grid }: DrawnProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  const cells = new Map(grid.cells.map((cell) => [`${cell.day} ${cell.hour}`, cell.energyKwh]));
  const figures = {
    caption: t("profile.heatMapLabel", { building: building.name, period: format.period(span) }),
    fileName: `${building.name} ${t(`energy.${energy}`)} ${span.first} ${t("step.hour")}`,
    columns: [t("step.day"), ...hours.map((hour) => format.hour(`2026-01-01T${String(hour).padStart(2, "0")}`))],
    rows: grid.days.map((date, day) => ({
      key: date,
      title: format.day(date),
      cells: hours.map((hour) => cells.get(`${day} ${hour}`) ?? null),
    })),
  };
  return <FiguresTable figures={figures} />;
}
