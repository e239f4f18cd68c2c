import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { buildingClimateQuery } from "../../api/building-climate.ts";
import type { DetailedBuilding } from "../../api/buildings.ts";
import { useFormat } from "../../format/use-format.ts";
import { useDialog } from "../../forms/use-dialog.ts";
import { Message } from "../../page-state/message.tsx";
import { PendingOrFailed } from "../../page-state/pending-or-failed.tsx";
import { useMay } from "../../session/me-context.ts";
import { addDays, type CalendarDate } from "../../time/calendar-date.ts";
import { StationDialog } from "./station-dialog.tsx";

interface BuildingStationProps {
  readonly building: DetailedBuilding;
  readonly today: CalendarDate;
}

/** Whose weather the building has, the degree days of the last year, and another choice for who may make it. */
export function BuildingStation({ building, today }: BuildingStationProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery(buildingClimateQuery(building.id, addDays(today, -365), today, "year"));
  const mayChoose = useMay("building:write");
  const dialog = useDialog<true>();
  const current = query.data?.stations.find(({ from, to }) => (from ?? "") <= today && (to === null || to > today));
  const total = query.data?.total;
  return (
    <section className="surface" aria-labelledby="building-station-title">
      <div className="section-head">
        <h2 id="building-station-title" className="section-title">
          {t("buildingStation.title")}
        </h2>
        {mayChoose && query.data !== undefined && (
          <Button size="xs" variant="default" onClick={() => dialog.open(true)}>
            {t(current === undefined ? "buildingStation.choose" : "buildingStation.change")}
          </Button>
        )}
      </div>
      {query.data === undefined && <PendingOrFailed query={query} />}
      {query.data !== undefined && current === undefined && (
        <Message title={t("buildingStation.none")} text={t("buildingStation.noneText")} />
      )}
      {current !== undefined && total !== undefined && (
        <>
          <p>
            {current.station.name} <span className="muted">· {current.station.source}</span>
          </p>
          <p className="muted">
            {t("buildingStation.degreeDays", {
              heating: format.number(total.heatingKd),
              known: format.number(total.knownDays),
              days: format.number(total.days),
            })}
          </p>
        </>
      )}
      {dialog.subject && <StationDialog building={building} current={current?.station.id} onClose={dialog.close} />}
    </section>
  );
}
