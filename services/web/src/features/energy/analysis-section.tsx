import { SegmentedControl } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type AnalysisRange, analysisQuery, type BuildingAnalysis } from "../../api/analysis.ts";
import type { DetailedBuilding } from "../../api/buildings.ts";
import { Failure } from "../../page-state/failure.tsx";
import { Message } from "../../page-state/message.tsx";
import { addDays, type CalendarDate } from "../../time/calendar-date.ts";
import { startOfLocalDay } from "../../time/local-time.ts";
import { energyPeriodKinds, type Period, type PeriodKind, startsAfter, stepOf } from "../../time/period.ts";
import { PeriodBar } from "../consumption/period-bar.tsx";
import { AsKnownOn } from "./as-known-on.tsx";
import { type EnergySplit, type EnergyUnit, energySplits, energyUnits } from "./energy-choice.ts";
import { useStackTexts, useUnitText } from "./energy-texts.ts";
import { StackFigures } from "./stack-figures.tsx";
import { drawnSeries, stackOf } from "./stack-of-analysis.ts";
import { StackSummary } from "./stack-summary.tsx";

export interface AnalysisSectionProps {
  readonly building: DetailedBuilding;
  readonly period: Period;
  readonly today: CalendarDate;
  readonly now: Date;
  readonly unit: EnergyUnit;
  readonly split: EnergySplit;
  /** The figures as they were known at the end of that day; undefined: as they are known now */
  readonly known: CalendarDate | undefined;
  readonly onPeriod: (kind: PeriodKind, date: CalendarDate) => void;
  readonly onChange: (changed: { unit?: EnergyUnit; split?: EnergySplit; known?: CalendarDate | undefined }) => void;
}

/** What a building used, cost and emitted in a period, split as one likes, against the year before. */
export function AnalysisSection(props: AnalysisSectionProps) {
  const { building, period, today, onPeriod } = props;
  const { t } = useTranslation();
  const range = useRange(props);
  const query = useQuery({ ...analysisQuery(range), placeholderData: keepPreviousData });
  const inside = today >= period.first && today < period.end ? today : period.first;
  return (
    <section className="surface" aria-labelledby="energy-title">
      <div className="section-head">
        <h2 id="energy-title" className="section-title">
          {t("consumption.title")}
        </h2>
        <PeriodBar
          kinds={energyPeriodKinds}
          {...{ period, today }}
          onKind={(kind) => onPeriod(kind, inside)}
          onDate={(date) => onPeriod(period.kind, date)}
        />
      </div>
      <Choices {...props} analysis={query.data} />
      {building.meters.length === 0 && <Message title={t("consumption.noMeter")} text={t("consumption.noMeterText")} />}
      {query.isError && query.data === undefined && (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isPending && <div className="consumption-loading" role="status" aria-label={t("list.loading")} />}
      {query.data !== undefined && building.meters.length > 0 && (
        <div aria-busy={query.isPlaceholderData} className={query.isPlaceholderData ? "stale-figures" : ""}>
          <AnalysisBody {...props} range={range} analysis={query.data} />
        </div>
      )}
    </section>
  );
}

function useRange({ building, period, split, known }: AnalysisSectionProps): AnalysisRange {
  const { id: buildingId, timeZone } = building;
  const { first, end, kind } = period;
  const asOf = known === undefined ? undefined : startOfLocalDay(addDays(known, 1), timeZone);
  return { buildingId, timeZone, first, end, by: stepOf[kind], groupBy: split, asOf };
}

interface ChoicesProps extends AnalysisSectionProps {
  readonly analysis: BuildingAnalysis | undefined;
}

function Choices({ building, unit, split, known, today, analysis, onChange }: ChoicesProps) {
  const { t } = useTranslation();
  const unitText = useUnitText(analysis);
  const disabled = (value: EnergyUnit) => value === "perM2" && building.floorAreaM2 === null;
  return (
    <div className="energy-choices">
      <SegmentedControl
        size="xs"
        aria-label={t("energyPage.unit")}
        value={unit}
        data={energyUnits.map((value) => ({ value, label: unitText(value), disabled: disabled(value) }))}
        onChange={(value) => onChange({ unit: energyUnits.find((one) => one === value) ?? "kWh" })}
      />
      <SegmentedControl
        size="xs"
        aria-label={t("energyPage.split")}
        value={split}
        data={energySplits.map((value) => ({ value, label: t(`energySplit.${value}`) }))}
        onChange={(value) => onChange({ split: energySplits.find((one) => one === value) ?? "energy" })}
      />
      <AsKnownOn known={known} today={today} onKnown={(date) => onChange({ known: date })} />
    </div>
  );
}

interface BodyProps extends AnalysisSectionProps {
  readonly range: AnalysisRange;
  readonly analysis: BuildingAnalysis;
}

function AnalysisBody({ building, period, now, unit, split, range, analysis, onPeriod }: BodyProps) {
  const { t } = useTranslation();
  const texts = useStackTexts(split);
  const unitText = useUnitText(analysis)(unit);
  if (analysis.localStarts.length === 0)
    return <Message title={t("consumption.future")} text={t("consumption.futureText")} />;
  if (unit === "eur" && analysis.total.cost === null)
    return <Message title={t("energyPage.noPrice")} text={t("energyPage.noPriceText")} />;
  if (drawnSeries(analysis, unit).length === 0) return <Message title={t("energyPage.nothing")} />;
  const labels = [...analysis.localStarts, ...startsAfter(period, analysis.localStarts.at(-1))];
  const stack = stackOf(analysis, unit, { now, labels, texts });
  const open = (localStart: string) =>
    onPeriod(period.kind === "calendarYear" ? "month" : "day", localStart.slice(0, 10));
  return (
    <>
      <StackSummary {...{ analysis, stack, unit, unitText }} />
      <StackFigures {...{ building, period, analysis, range, stack, labels }} unit={unitText} onBucket={open} />
    </>
  );
}
