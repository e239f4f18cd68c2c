import { ActionIcon, Button, SegmentedControl } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";
import type { CalendarDate } from "../../time/calendar-date.ts";
import { neighbour, type Period, type PeriodKind, periodKinds } from "../../time/period.ts";

interface PeriodBarProps {
  /** To choose from; those of the overview where none are given */
  readonly kinds?: readonly PeriodKind[];
  readonly period: Period;
  readonly today: CalendarDate;
  readonly onKind: (kind: PeriodKind) => void;
  readonly onDate: (date: CalendarDate) => void;
}

/** Which kind of period, and which one. */
export function PeriodBar({ kinds = periodKinds, period, today, onKind, onDate }: PeriodBarProps) {
  const { t } = useTranslation();
  return (
    <div className="period-bar">
      <SegmentedControl
        aria-label={t("period.label")}
        value={period.kind}
        data={kinds.map((value) => ({ value, label: t(`period.${value}`) }))}
        onChange={(value) => onKind(kinds.find((kind) => kind === value) ?? "week")}
      />
      <PeriodSteps period={period} today={today} onDate={onDate} />
    </div>
  );
}

function PeriodSteps({ period, today, onDate }: Omit<PeriodBarProps, "onKind" | "kinds">) {
  const { t } = useTranslation();
  const format = useFormat();
  const current = today >= period.first && today < period.end;
  return (
    <div className="period-steps">
      <ActionIcon
        variant="subtle"
        size="lg"
        aria-label={t("period.previous")}
        onClick={() => onDate(anchorOf(neighbour(period, -1)))}
      >
        <IconChevronLeft size={20} aria-hidden="true" />
      </ActionIcon>
      <h3 className="period-title" aria-live="polite">
        {format.period(period)}
      </h3>
      <ActionIcon
        variant="subtle"
        size="lg"
        aria-label={t("period.next")}
        disabled={period.end > today}
        onClick={() => onDate(anchorOf(neighbour(period, 1)))}
      >
        <IconChevronRight size={20} aria-hidden="true" />
      </ActionIcon>
      {!current && (
        <Button className="period-today" variant="subtle" size="compact-sm" onClick={() => onDate(today)}>
          {t("period.today")}
        </Button>
      )}
    </div>
  );
}

/** A date that names the period; thirteen months are named by their last. */
function anchorOf(period: Period): CalendarDate {
  return period.kind === "year" ? `${lastMonthOf(period)}-01` : period.first;
}

function lastMonthOf({ end }: Period): string {
  const [year = 0, month = 1] = end.split("-").map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, "0")}`;
}
