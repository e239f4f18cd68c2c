import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { DetailedBuilding } from "../../api/buildings.ts";
import { consumptionQuery } from "../../api/consumption.ts";
import { unknown } from "../../format/format.ts";
import { useFormat } from "../../format/use-format.ts";
import { addDays, type CalendarDate } from "../../time/calendar-date.ts";
import { Arriving } from "./arriving.tsx";
import { type TodayFigures, todayFigures } from "./today-figures.ts";

interface TodayStripProps {
  readonly building: DetailedBuilding;
  readonly today: CalendarDate;
  readonly now: Date;
}

/** Today and this hour, growing while one looks. */
export function TodayStrip({ building, today, now }: TodayStripProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, timeZone } = building;
  const { data } = useQuery(
    consumptionQuery({ buildingId: id, timeZone, first: today, end: addDays(today, 1), by: "hour" }),
  );
  const figures = data === undefined ? undefined : todayFigures(data, now);
  const hasWater = building.meters.some((meter) => meter.energy === "water");
  return (
    <dl className="today-strip">
      <div>
        <dt className="eyebrow">{t("today.energy")}</dt>
        <dd className="big-number">
          <LiveNumber testId="today-kwh" value={figures?.energyKwh ?? null} unit="kWh" />
        </dd>
      </div>
      <LastHour figures={figures} />
      {hasWater && (
        <div>
          <dt className="eyebrow">{t("today.water")}</dt>
          <dd className="big-number number">
            {figures === undefined ? unknown : format.amount(figures.waterM3)}
            <span className="unit">m³</span>
          </dd>
        </div>
      )}
    </dl>
  );
}

function LastHour({ figures }: { readonly figures: TodayFigures | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const hour = figures?.lastHour ?? null;
  const label =
    hour === null
      ? t("today.lastHour")
      : t(hour.running ? "today.thisHour" : "today.hour", { hour: format.hour(hour.localStart) });
  return (
    <div>
      <dt className="eyebrow">{label}</dt>
      <dd className="big-number">
        <LiveNumber testId="hour-kwh" value={hour?.energyKwh ?? null} unit="kWh" />
      </dd>
    </div>
  );
}

interface LiveNumberProps {
  readonly testId: string;
  readonly value: number | null;
  readonly unit: string;
}

/** One decimal more than elsewhere: one should see it move. */
function LiveNumber({ testId, value, unit }: LiveNumberProps) {
  const format = useFormat();
  const text = format.number(value, value !== null && Math.abs(value) < 10 ? 2 : 1);
  return (
    <>
      {value === null ? (
        <span data-testid={testId}>{unknown}</span>
      ) : (
        <Arriving text={text} mark={value} className="today-number" testId={testId} />
      )}
      <span className="unit">{unit}</span>
    </>
  );
}
