import { type EnergySignature, energySignature } from "@gtb/domain/energy/energy-signature";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { buildingClimateQuery, type WeatherOfBuilding } from "../../api/building-climate.ts";
import { type Consumption, consumptionQuery } from "../../api/consumption.ts";
import { type View, ViewToggle } from "../../charts/view-toggle.tsx";
import { Failure } from "../../page-state/failure.tsx";
import { Message } from "../../page-state/message.tsx";
import { addDays, type CalendarDate } from "../../time/calendar-date.ts";
import { meteredEnergies } from "./chosen-energy.ts";
import { EnergyTabs } from "./energy-tabs.tsx";
import type { ProfileSectionProps } from "./profile-section.tsx";
import { type ClimateDay, signatureDays } from "./signature-days.ts";
import { SignatureChart, SignatureSentence, SignatureTable } from "./signature-figures.tsx";

/** Days that are looked at: all seasons. */
const dayCount = 365;
/** Shares below this come from rounding and edges. */
const notable = 0.02;

/** How use follows the weather: a year of days up to the end of the period. */
export function SignatureSection(props: Omit<ProfileSectionProps, "now" | "onDay">) {
  const { building, energy, onEnergy } = props;
  const { t } = useTranslation();
  return (
    <section className="surface" aria-labelledby="signature-title">
      <div className="section-head">
        <h2 id="signature-title" className="section-title">
          {t("signature.title")}
        </h2>
        <EnergyTabs {...{ energy, onEnergy }} energies={meteredEnergies(building)} label={t("profile.energy")} />
      </div>
      <SignatureBody {...props} />
    </section>
  );
}

function SignatureBody({ building, period, today, energy }: Omit<ProfileSectionProps, "now" | "onDay" | "onEnergy">) {
  const { t } = useTranslation();
  const [view, setView] = useState<View>("chart");
  // Today is not over: its use would stand too low.
  const end = period.end < today ? period.end : today;
  const { days, stations, failed, pending } = useSignatureDays(building, energy, addDays(end, -dayCount), end);
  if (failed?.error != null) return <Failure error={failed.error} onRetry={() => void failed.refetch()} />;
  if (pending) return <div className="climate-loading" role="status" aria-label={t("list.loading")} />;
  if (stations.length === 0) return <Message title={t("signature.noStation")} text={t("signature.noStationText")} />;
  if (days.length < 10) return <Message title={t("signature.fewDays")} text={t("signature.fewDaysText")} />;
  const lineOf = (weekend: boolean): EnergySignature | null =>
    energySignature(days.filter((day) => day.weekend === weekend));
  const drawn = { building, energy, days, end, weekdayLine: lineOf(false), weekendLine: lineOf(true) };
  return (
    <>
      <div className="figures-head">
        <h3 className="figures-title">
          {t("signature.byDay", { count: days.length })} <span className="muted">(kWh)</span>
        </h3>
        <ViewToggle view={view} onChange={setView} label={t("signature.title")} />
      </div>
      <SignatureSentence {...drawn} />
      {view === "chart" ? <SignatureChart {...drawn} /> : <SignatureTable {...drawn} />}
      <p className="figures-note muted">
        {t("signature.stations", { stations: stations.map(({ station }) => station.name).join(", ") })}
      </p>
    </>
  );
}

function useSignatureDays(
  building: ProfileSectionProps["building"],
  energy: ProfileSectionProps["energy"],
  first: CalendarDate,
  end: CalendarDate,
) {
  const { id: buildingId, timeZone } = building;
  const use = useQuery(consumptionQuery({ buildingId, timeZone, first, end, by: "day" }));
  const weather = useQuery(buildingClimateQuery(buildingId, first, end, "day"));
  return {
    days: daysOf(use.data, weather.data, energy),
    stations: weather.data?.stations ?? [],
    failed: [use, weather].find((query) => query.isError && query.data === undefined),
    pending: use.data === undefined || weather.data === undefined,
  };
}

function daysOf(
  use: Consumption | undefined,
  weather: WeatherOfBuilding | undefined,
  energy: ProfileSectionProps["energy"],
): ClimateDay[] {
  if (use === undefined || weather === undefined) return [];
  const means = weather.periods.flatMap(({ start, meanC }) => (meanC === null ? [] : [[start, meanC] as const]));
  return signatureDays(wholeDays(use, energy), new Map(means));
}

function wholeDays(columns: Pick<Consumption, "localStarts" | "series">, energy: ProfileSectionProps["energy"]) {
  const series = columns.series.find((one) => one.energy === energy);
  return columns.localStarts.map((start, index) => ({
    date: start.slice(0, 10),
    energyKwh: (series?.missingShare[index] ?? 1) > notable ? null : (series?.energyKwh[index] ?? null),
  }));
}
