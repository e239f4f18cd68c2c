import type { Energy } from "@gtb/contracts/energies";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DetailedBuilding } from "../../api/buildings.ts";
import { Chart } from "../../charts/chart.tsx";
import { tooltipLine } from "../../charts/chart-style.ts";
import { FiguresTable } from "../../charts/figures-table.tsx";
import { type View, ViewToggle } from "../../charts/view-toggle.tsx";
import { useFormat } from "../../format/use-format.ts";
import { energyColours } from "../../theme/energy-colours.ts";
import type { Period } from "../../time/period.ts";
import type { Hours } from "./hour-grid.ts";
import { type LoadDuration, loadDuration } from "./load-duration.ts";
import { loadDurationOption } from "./load-duration-option.ts";

interface LoadDurationProps {
  readonly building: DetailedBuilding;
  readonly span: Period;
  readonly energy: Energy;
  readonly hours: Hours;
}

/** How long how much is drawn: peak, usual and what never stops. */
export function LoadDurationFigures(props: LoadDurationProps) {
  const { t } = useTranslation();
  const [view, setView] = useState<View>("chart");
  const curve = loadDuration(props.hours);
  if (curve === null) return null;
  return (
    <div className="profile-part">
      <div className="figures-head">
        <h3 className="figures-title">
          {t("profile.duration")} <span className="muted">(kW)</span>
        </h3>
        <ViewToggle view={view} onChange={setView} label={t("profile.duration")} />
      </div>
      <Sentence curve={curve} />
      {view === "chart" ? <DurationChart {...props} curve={curve} /> : <DurationTable {...props} curve={curve} />}
    </div>
  );
}

function Sentence({ curve }: { readonly curve: LoadDuration }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { peakKw, medianKw, baseKw, unknownHours, powersKw } = curve;
  const values = { peak: format.amount(peakKw), median: format.amount(medianKw), base: format.amount(baseKw) };
  return (
    <p className="figures-note">
      {t(baseKw < peakKw / 100 ? "profile.durationStops" : "profile.durationText", values)}{" "}
      {unknownHours > 0 && (
        <span className="muted">
          {t("profile.unknownHours", { count: unknownHours, of: unknownHours + powersKw.length })}
        </span>
      )}
    </p>
  );
}

interface DrawnProps extends LoadDurationProps {
  readonly curve: LoadDuration;
}

function DurationChart({ building, span, energy, curve }: DrawnProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const option = loadDurationOption({
    curve,
    number: format.axis,
    share: format.share,
    tooltip: (share, powerKw) => {
      const hours = format.number(Math.round(share * curve.powersKw.length));
      const title = t("profile.exceeded", { hours, share: format.share(share) });
      return `<b>${title}</b>${tooltipLine(energyColours[energy], t("profile.moreThan"), `${format.amount(powerKw)} kW`)}`;
    },
  });
  return (
    <Chart
      testId="load-duration"
      option={option}
      height={220}
      label={t("profile.durationLabel", { building: building.name, period: format.period(span) })}
    />
  );
}

const tableShares = [0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1];

function DurationTable({ building, span, curve }: DrawnProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const last = curve.powersKw.length - 1;
  const figures = {
    caption: t("profile.durationLabel", { building: building.name, period: format.period(span) }),
    fileName: `${building.name} ${t("profile.duration")} ${span.first}`,
    columns: [t("profile.shareOfTime"), `${t("profile.moreThan")} (kW)`],
    rows: tableShares.map((share) => ({
      key: String(share),
      title: format.share(share),
      cells: [curve.powersKw[Math.round(share * last)] ?? null],
    })),
  };
  return <FiguresTable figures={figures} />;
}
