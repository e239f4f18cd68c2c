import type { Energy } from "@gtb/contracts/energies";
import { useTranslation } from "react-i18next";
import type { DetailedBuilding } from "../../api/buildings.ts";
import { useFormat } from "../../format/use-format.ts";
import { Failure } from "../../page-state/failure.tsx";
import { Message } from "../../page-state/message.tsx";
import type { CalendarDate } from "../../time/calendar-date.ts";
import { type Period, periodAround } from "../../time/period.ts";
import { meteredEnergies } from "./chosen-energy.ts";
import { EnergyTabs } from "./energy-tabs.tsx";
import { HeatMap } from "./heat-map.tsx";
import { LoadDurationFigures } from "./load-duration-figures.tsx";
import { hoursOf, useHours } from "./use-hours.ts";

export interface ProfileSectionProps {
  readonly building: DetailedBuilding;
  readonly period: Period;
  readonly today: CalendarDate;
  readonly now: Date;
  readonly energy: Energy;
  readonly onEnergy: (energy: Energy) => void;
  readonly onDay: (date: CalendarDate) => void;
}

/** When energy is drawn, and how much at once. One day says little of a habit: its week is shown. */
export function ProfileSection({ building, period, today, now, energy, onEnergy, onDay }: ProfileSectionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const span = period.kind === "day" ? periodAround("week", period.first) : period;
  return (
    <section className="surface" aria-labelledby="profile-title">
      <div className="section-head">
        <h2 id="profile-title" className="section-title">
          {t("profile.title")} <span className="muted section-period">{format.period(span)}</span>
        </h2>
        <EnergyTabs {...{ energy, onEnergy }} energies={meteredEnergies(building)} label={t("profile.energy")} />
      </div>
      <ProfileBody {...{ building, span, today, now, energy, onDay }} />
    </section>
  );
}

interface BodyProps extends Pick<ProfileSectionProps, "building" | "today" | "now" | "energy" | "onDay"> {
  readonly span: Period;
}

function ProfileBody({ building, span, today, now, energy, onDay }: BodyProps) {
  const { t } = useTranslation();
  const { columns, failed } = useHours(building, span, today);
  if (failed?.error != null) return <Failure error={failed.error} onRetry={() => void failed.refetch()} />;
  if (columns === undefined)
    return <div className="consumption-loading" role="status" aria-label={t("list.loading")} />;
  const hours = hoursOf(columns, energy, now);
  if (!hours.energyKwh.some((kwh) => kwh !== null))
    return <Message title={t("profile.none")} text={t("profile.noneText")} />;
  return (
    <>
      <HeatMap {...{ building, span, energy, hours, onDay }} />
      <LoadDurationFigures {...{ building, span, energy, hours }} />
    </>
  );
}
