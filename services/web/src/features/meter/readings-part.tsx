import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { registerEventsQuery, storedReadingsQuery } from "../../api/meters.ts";
import { useFormat } from "../../format/use-format.ts";
import { PendingOrFailed } from "../../page-state/pending-or-failed.tsx";
import { useMay } from "../../session/me-context.ts";
import { addDays } from "../../time/calendar-date.ts";
import { localDate, startOfLocalDay } from "../../time/local-time.ts";
import { ReadingTable } from "./reading-table.tsx";
import type { Asks, RegisterPlace } from "./register-place.ts";
import { storedReadings } from "./stored-reading.ts";

/** So many local days are shown at once: what one remembers of, on a page that a phone still holds. */
const shownDays = 3;

interface ReadingsPartProps extends RegisterPlace, Asks {
  readonly now: Date;
}

/** The readings of some days as they are stored, with what people set or voided; the last days first. */
export function ReadingsPart({ now, ...place }: ReadingsPartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { setup, timeZone } = place;
  const today = localDate(now, timeZone);
  const [daysBack, setDaysBack] = useState(0);
  const end = addDays(today, 1 - daysBack);
  const first = addDays(end, -shownDays);
  const [from, to] = [startOfLocalDay(first, timeZone), startOfLocalDay(end, timeZone)];
  const point = setup.points.findLast(({ validFrom }) => validFrom === null || validFrom < to)?.point.id;
  return (
    <div className="meter-part">
      <div className="section-head">
        <h3>
          {t("meter.readings")}{" "}
          <span className="muted">
            {t("meter.days", { first: format.date(first), last: format.date(addDays(end, -1)) })}
          </span>
        </h3>
        <div className="meter-actions">
          <Button variant="subtle" size="sm" onClick={() => setDaysBack(daysBack + shownDays)}>
            {t("meter.earlier")}
          </Button>
          {daysBack > 0 && (
            <Button variant="subtle" size="sm" onClick={() => setDaysBack(daysBack - shownDays)}>
              {t("meter.later")}
            </Button>
          )}
        </div>
      </div>
      {point === undefined ? (
        <p className="muted">{t("meter.readsNoPoint")}</p>
      ) : (
        <PointReadings key={from.getTime()} {...{ ...place, point, from, to }} />
      )}
    </div>
  );
}

interface PointReadingsProps extends RegisterPlace, Asks {
  readonly point: string;
  readonly from: Date;
  readonly to: Date;
}

function PointReadings({ point, from, to, ask, ...place }: PointReadingsProps) {
  const { t } = useTranslation();
  const mayChange = useMay("meter:write");
  const query = useQuery(storedReadingsQuery(point, from, to));
  const isIndex = place.register.kind === "index";
  const events = useQuery({ ...registerEventsQuery(place.register.id), enabled: isIndex });
  if (query.data === undefined) return <PendingOrFailed query={query} />;
  const readings = storedReadings(query.data);
  const [oldest, newest] = [readings.at(-1)?.time ?? from, readings[0]?.time ?? from];
  return (
    <>
      {mayChange && (
        <Button
          variant="default"
          size="sm"
          onClick={() => ask({ about: "correction", start: { point, kind: "void", from: oldest, to: newest } })}
        >
          {t("meter.correctRange")}
        </Button>
      )}
      {readings.length === 0 ? (
        <p className="muted">{t("meter.noReading")}</p>
      ) : (
        <ReadingTable
          {...place}
          readings={readings}
          events={events.data?.items ?? []}
          onCorrect={
            mayChange
              ? ({ time, value }) =>
                  ask({ about: "correction", start: { point, kind: "set", from: time, to: time, value } })
              : null
          }
        />
      )}
    </>
  );
}
