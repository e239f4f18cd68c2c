import { useTranslation } from "react-i18next";
import type { DetailedBuilding } from "../../api/buildings.ts";
import { Failure } from "../../page-state/failure.tsx";
import { Message } from "../../page-state/message.tsx";
import { stackedEnergies } from "../../theme/energy-colours.ts";
import type { CalendarDate } from "../../time/calendar-date.ts";
import type { Period, PeriodKind } from "../../time/period.ts";
import { ConsumptionFigures } from "./consumption-figures.tsx";
import { ConsumptionSummary } from "./consumption-summary.tsx";
import { PeriodBar } from "./period-bar.tsx";
import { type PeriodFigures, usePeriodFigures } from "./use-period-figures.ts";
import "./consumption.css";

interface ConsumptionSectionProps {
  readonly building: DetailedBuilding;
  readonly period: Period;
  readonly today: CalendarDate;
  readonly now: Date;
  readonly onPeriod: (kind: PeriodKind, date: CalendarDate) => void;
}

/** What a building used in a period, by energy, and against the period before. */
export function ConsumptionSection({ building, period, today, now, onPeriod }: ConsumptionSectionProps) {
  const { t } = useTranslation();
  const figures = usePeriodFigures(building, period, now);
  // From a long period to a shorter one, stay near what was looked at; today where it is part of it.
  const inside = today >= period.first && today < period.end ? today : period.first;
  return (
    <section className="surface" aria-labelledby="consumption-title">
      <div className="section-head">
        <h2 id="consumption-title" className="section-title">
          {t("consumption.title")}
        </h2>
        <PeriodBar
          period={period}
          today={today}
          onKind={(kind) => onPeriod(kind, inside)}
          onDate={(date) => onPeriod(period.kind, date)}
        />
      </div>
      <ConsumptionBody {...{ building, period, now, figures, onPeriod }} />
    </section>
  );
}

interface BodyProps extends Omit<ConsumptionSectionProps, "today"> {
  readonly figures: PeriodFigures;
}

function ConsumptionBody({ building, period, now, figures, onPeriod }: BodyProps) {
  const { t } = useTranslation();
  const { drawn, columns } = figures;
  if (building.meters.length === 0)
    return <Message title={t("consumption.noMeter")} text={t("consumption.noMeterText")} />;
  if (drawn.isError && columns === undefined) {
    return <Failure error={drawn.error} onRetry={() => void drawn.refetch()} />;
  }
  if (columns === undefined)
    return <div className="consumption-loading" role="status" aria-label={t("list.loading")} />;
  if (columns.localStarts.length === 0)
    return <Message title={t("consumption.future")} text={t("consumption.futureText")} />;
  const onBucket = (localStart: string) => {
    const date = localStart.slice(0, 10);
    if (period.kind !== "day") onPeriod(period.kind === "year" ? "month" : "day", date);
  };
  const hasKwh = columns.series.some((series) => series.energy !== "water");
  const hasWater = columns.series.some((series) => series.energy === "water");
  const common = { building, period, columns, figures, now, onBucket };
  return (
    <>
      {hasKwh && <ConsumptionSummary columns={columns} figures={figures} period={period} now={now} />}
      {hasKwh && <ConsumptionFigures {...common} energies={stackedEnergies} unit="kWh" />}
      {hasWater && <ConsumptionFigures {...common} energies={["water"]} unit="m³" />}
    </>
  );
}
