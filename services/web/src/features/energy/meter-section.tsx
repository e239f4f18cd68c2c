import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { analysisPath, analysisQuery, analysisValues } from "../../api/analysis.ts";
import type { DetailedBuilding } from "../../api/buildings.ts";
import { FileLinks } from "../../charts/file-links.tsx";
import { printUnit } from "../../format/unit.ts";
import { useFormat } from "../../format/use-format.ts";
import { Failure } from "../../page-state/failure.tsx";
import { type Period, stepOf } from "../../time/period.ts";
import { useReasonText } from "./energy-texts.ts";
import { type MeterLine, meterTree } from "./meter-tree.ts";

interface MeterSectionProps {
  readonly building: DetailedBuilding;
  readonly period: Period;
}

/** Which meter counted how much, its sub-meters under it and what none of them explains. */
export function MeterSection({ building, period }: MeterSectionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id: buildingId, timeZone } = building;
  const { first, end, kind } = period;
  const range = { buildingId, timeZone, first, end, by: stepOf[kind], groupBy: "meter" as const };
  const query = useQuery(analysisQuery(range));
  if (building.meters.length === 0) return null;
  const lines = query.data === undefined ? [] : meterTree(building.meters, query.data.series);
  return (
    <section className="surface" aria-labelledby="meters-title">
      <div className="section-head">
        <h2 id="meters-title" className="section-title">
          {t("meterTree.title")} <span className="muted section-period">{format.period(period)}</span>
        </h2>
      </div>
      {query.isError && query.data === undefined ? (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <>
          <MeterTable lines={lines} />
          <FileLinks path={analysisPath(range)} values={analysisValues(range)} />
        </>
      )}
    </section>
  );
}

function MeterTable({ lines }: { readonly lines: readonly MeterLine[] }) {
  const { t } = useTranslation();
  return (
    <table className="list-table meter-table">
      <thead>
        <tr>
          <th scope="col">{t("meterTree.meter")}</th>
          <th scope="col" className="cell-number">
            kWh
          </th>
          <th scope="col" className="cell-number">
            {t("meterTree.share")}
          </th>
          <th scope="col" className="cell-number">
            {t("quality.measured")}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <MeterRow key={line.id} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function MeterName({ line: { isRemainder, meter, name } }: { readonly line: MeterLine }) {
  const { t } = useTranslation();
  if (isRemainder) return t("meterTree.remainder");
  return (
    <Link to="/meters/$meterId" params={{ meterId: meter }}>
      {name}
    </Link>
  );
}

function MeterRow({ line }: { readonly line: MeterLine }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reasonText = useReasonText();
  const negative = line.isRemainder && (line.energyKwh ?? 0) < 0;
  return (
    <tr className={line.isRemainder ? "meter-remainder" : ""} data-testid="meter-line">
      <th scope="row" style={{ paddingInlineStart: line.depth * 22 }}>
        <MeterName line={line} />
        {line.energy !== null && line.depth === 0 && <span className="muted"> · {t(`energy.${line.energy}`)}</span>}
        {negative && <span className="meter-note">{t("meterTree.negative")}</span>}
        {line.missingShare > 0.02 && line.reasons.length > 0 && (
          <span className="meter-note muted">{reasonText(line.reasons)}</span>
        )}
      </th>
      <td className="cell-number number" data-label="kWh">
        {line.native === null
          ? format.amount(line.energyKwh)
          : `${format.amount(line.native.value)} ${printUnit(line.native.unit)}`}
      </td>
      <td className="cell-number number" data-label={t("meterTree.share")}>
        {line.share === null ? "–" : format.signedShare(line.share)}
      </td>
      <td className="cell-number number" data-label={t("quality.measured")}>
        {format.share(line.measuredShare)}
      </td>
    </tr>
  );
}
