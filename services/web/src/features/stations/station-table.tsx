import { useTranslation } from "react-i18next";
import type { ListedStation } from "../../api/stations.ts";
import { useFormat } from "../../format/use-format.ts";

interface StationTableProps {
  readonly stations: readonly ListedStation[];
  /** Whether who looks may send files for this station. */
  readonly maySend: (station: ListedStation) => boolean;
  readonly onSend: (station: ListedStation) => void;
}

/** Stations with what is known of their days, and since when days lack. */
export function StationTable({ stations, maySend, onSend }: StationTableProps) {
  const { t } = useTranslation();
  return (
    <table className="list-table">
      <thead>
        <tr>
          <th scope="col">{t("stations.station")}</th>
          <th scope="col">{t("stations.kind")}</th>
          <th scope="col">{t("stations.days")}</th>
          <th scope="col">{t("stations.missing")}</th>
          <th scope="col">{t("stations.buildings")}</th>
          <th scope="col">
            <span className="visually-hidden">{t("stations.actions")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {stations.map((station) => (
          <StationRow
            key={station.id}
            station={station}
            onSend={station.kind === "file" && maySend(station) ? () => onSend(station) : undefined}
          />
        ))}
      </tbody>
    </table>
  );
}

interface StationRowProps {
  readonly station: ListedStation;
  readonly onSend: (() => void) | undefined;
}

function StationRow({ station, onSend }: StationRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, code, kind, source, organisation, firstDay, lastDay, buildingCount } = station;
  const about = [code, organisation?.name ?? t("stations.everybody"), source];
  return (
    <tr data-testid="station-row">
      <th scope="row">
        {name}
        <span className="contract-about">{about.join(" · ")}</span>
      </th>
      <td data-label={t("stations.kind")}>{t(`stationKind.${kind}`)}</td>
      <td data-label={t("stations.days")}>
        {firstDay === null || lastDay === null
          ? t("stations.noDays")
          : t("stations.fromTo", { from: format.date(firstDay), to: format.date(lastDay) })}
      </td>
      <td data-label={t("stations.missing")}>
        <Missing station={station} />
      </td>
      <td data-label={t("stations.buildings")} className="number">
        {buildingCount}
      </td>
      <td>
        {onSend !== undefined && (
          <button type="button" className="text-button" onClick={onSend}>
            {t("stations.send")}
          </button>
        )}
      </td>
    </tr>
  );
}

function Missing({ station: { firstDay, missingDays, missingSince } }: { readonly station: ListedStation }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (firstDay === null) return "–";
  if (missingDays === 0) return t("stations.whole");
  return (
    <>
      {t("stations.missingDays", { count: missingDays })}
      {missingSince !== null && (
        <span className="contract-about">{t("stations.missingSince", { day: format.date(missingSince) })}</span>
      )}
    </>
  );
}
