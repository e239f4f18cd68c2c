import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { RegisterQuality } from "../../api/data-quality.ts";
import { useFormat } from "../../format/use-format.ts";
import { browserTimeZone } from "../../time/local-time.ts";
import { useReasonText } from "../energy/energy-texts.ts";
import { adviceFor } from "./quality-advice.ts";

interface QualityTableProps {
  readonly items: readonly RegisterQuality[];
  readonly now: Date;
}

/** What is missing, since when, why, and what to do; the worst first. */
export function QualityTable({ items, now }: QualityTableProps) {
  const { t } = useTranslation();
  return (
    <table className="list-table quality-table">
      <caption className="visually-hidden">{t("dataQuality.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("dataQuality.meter")}</th>
          <th scope="col">{t("dataQuality.known")}</th>
          <th scope="col">{t("dataQuality.missingSince")}</th>
          <th scope="col">{t("dataQuality.lastReading")}</th>
          <th scope="col">{t("dataQuality.toDo")}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <QualityRow key={item.register} item={item} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function QualityRow({ item, now }: { readonly item: RegisterQuality; readonly now: Date }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { meter, building, energy, lastReadingAt, missingSince, missingDays } = item;
  return (
    <tr data-testid="quality-row">
      <th scope="row">
        <Link to="/meters/$meterId" params={{ meterId: meter.id }}>
          {meter.name}
        </Link>
        <span className="building-about">
          <Link to="/buildings/$buildingId/energy" params={{ buildingId: building.id }}>
            {building.name}
          </Link>{" "}
          · {t(`energy.${energy}`)} · {item.registerName}
        </span>
      </th>
      <td data-label={t("dataQuality.known")}>
        <KnownShares item={item} />
      </td>
      <td data-label={t("dataQuality.missingSince")}>
        {missingSince === null ? (
          <span className="muted">
            {missingDays === 0 ? t("dataQuality.nothingMissing") : t("dataQuality.holes", { count: missingDays })}
          </span>
        ) : (
          format.dateTime(missingSince, browserTimeZone())
        )}
      </td>
      <td data-label={t("dataQuality.lastReading")}>
        {lastReadingAt === null ? t("dataQuality.never") : format.age(lastReadingAt, now)}
      </td>
      <td data-label={t("dataQuality.toDo")} className="quality-advice">
        <AdviceText item={item} now={now} />
      </td>
    </tr>
  );
}

function KnownShares({ item }: { readonly item: RegisterQuality }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { measuredShare, estimatedShare, missingShare } = item;
  return (
    <>
      <span className="completeness-bar" aria-hidden="true">
        <span className="completeness-measured" style={{ width: `${measuredShare * 100}%` }} />
        <span className="completeness-estimated" style={{ width: `${estimatedShare * 100}%` }} />
      </span>
      <span className="quality-shares">
        {t("energyPage.measured", { share: format.share(measuredShare) })}
        {estimatedShare > 0 && `, ${t("energyPage.estimated", { share: format.smallShare(estimatedShare) })}`}
        {missingShare > 0 && `, ${t("energyPage.missing", { share: format.smallShare(missingShare) })}`}
      </span>
    </>
  );
}

function AdviceText({ item, now }: { readonly item: RegisterQuality; readonly now: Date }) {
  const { t } = useTranslation();
  const reasonText = useReasonText();
  const advice = adviceFor(item, now);
  return (
    <>
      {advice === "confirmBreak" ? (
        <Link to="/meters/$meterId" params={{ meterId: item.meter.id }}>
          {t("advice.confirmBreak", { count: item.breaks })}
        </Link>
      ) : (
        t(`advice.${advice}`)
      )}
      {advice !== "none" && item.reasons.length > 0 && (
        <span className="meter-note muted">{t("energyPage.why", { reasons: reasonText(item.reasons) })}</span>
      )}
    </>
  );
}
