import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { RankedBuilding } from "../../api/league.ts";
import { Change } from "../../figures/change.tsx";
import { unknown } from "../../format/format.ts";
import { useFormat } from "../../format/use-format.ts";
import { SimulatedBadge } from "../buildings/simulated-badge.tsx";
import { type LeagueColumn, leagueColumns } from "./rank-buildings.ts";

interface LeagueTableProps {
  readonly rows: readonly RankedBuilding[];
  /** The greatest kWh/m² of all rows: what bars are measured against */
  readonly greatestPerM2: number;
  readonly currency: string;
  readonly sort: LeagueColumn;
  readonly reversed: boolean;
  readonly onSort: (column: LeagueColumn) => void;
}

/** A table on a desk, cards on a phone. */
export function LeagueTable({ rows, greatestPerM2, currency, sort, reversed, onSort }: LeagueTableProps) {
  const { t } = useTranslation();
  return (
    <table className="list-table league-table">
      <caption className="visually-hidden">{t("league.caption")}</caption>
      <thead>
        <tr>
          {leagueColumns.map((column) => (
            <th
              key={column}
              scope="col"
              className={column === "name" ? "" : "cell-number"}
              aria-sort={column === sort ? (reversed === (column === "name") ? "descending" : "ascending") : "none"}
            >
              <button type="button" className="sort-button" onClick={() => onSort(column)}>
                {t(`league.${column}`)}
                {column === sort &&
                  (reversed ? (
                    <IconArrowUp size={14} aria-hidden="true" />
                  ) : (
                    <IconArrowDown size={14} aria-hidden="true" />
                  ))}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <LeagueRow key={row.building} {...{ row, greatestPerM2, currency }} />
        ))}
      </tbody>
    </table>
  );
}

interface LeagueRowProps {
  readonly row: RankedBuilding;
  readonly greatestPerM2: number;
  readonly currency: string;
}

function LeagueRow({ row, greatestPerM2, currency }: LeagueRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const part = row.costedShare < 0.98 && row.cost !== null;
  return (
    <tr data-testid="league-row">
      <th scope="row">
        <Link
          to="/buildings/$buildingId/energy"
          params={{ buildingId: row.building }}
          search={{ period: "calendarYear" }}
        >
          {row.name}
        </Link>{" "}
        {row.simulated && <SimulatedBadge />}
        <span className="building-about">
          {t(`use.${row.use}`)} · {row.organisation}
        </span>
      </th>
      <td className="cell-number number" data-label={t("league.kwhPerM2")}>
        <PerM2 value={row.kwhPerM2} greatest={greatestPerM2} floorAreaM2={row.floorAreaM2} />
      </td>
      <td className="cell-number number" data-label={t("league.energyKwh")}>
        {format.amount(row.energyKwh)}
      </td>
      <td className="cell-number" data-label={t("league.change")}>
        <Change change={row.change} />
      </td>
      <td className="cell-number" data-label={t("league.climateChange")}>
        <Change change={row.climateChange} />
      </td>
      <td className="cell-number number" data-label={t("league.cost")}>
        {row.cost === null ? unknown : `${format.amount(row.cost)} ${currency}`}
        {part && <span className="cell-note">{t("league.partPriced", { share: format.share(row.costedShare) })}</span>}
      </td>
      <td className="cell-number number" data-label={t("league.kgCo2e")}>
        {format.amount(row.kgCo2e)}
      </td>
      <td
        className={row.completeness < 0.9 ? "cell-number number cell-known-low" : "cell-number number"}
        data-label={t("league.completeness")}
      >
        {format.share(row.completeness)}
      </td>
    </tr>
  );
}

function PerM2({
  value,
  greatest,
  floorAreaM2,
}: {
  value: number | null;
  greatest: number;
  floorAreaM2: number | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  if (value === null) return <span className="muted">{floorAreaM2 === null ? t("league.noArea") : unknown}</span>;
  const width = greatest > 0 ? `${Math.max(0, Math.min(1, value / greatest)) * 100}%` : "0";
  return (
    <>
      {format.amount(value)}
      <span className="league-bar" aria-hidden="true">
        <span style={{ width }} />
      </span>
    </>
  );
}
