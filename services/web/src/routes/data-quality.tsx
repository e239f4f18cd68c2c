import { Button, SegmentedControl } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dataQualityPath, dataQualityQuery, type QualityReport } from "../api/data-quality.ts";
import { FileLinks } from "../charts/file-links.tsx";
import { adviceFor, countAdvice } from "../features/quality/quality-advice.ts";
import { QualityTable } from "../features/quality/quality-table.tsx";
import { useFormat } from "../format/use-format.ts";
import { useOrganisation } from "../forms/use-organisation.ts";
import { Message } from "../page-state/message.tsx";
import { PendingOrFailed } from "../page-state/pending-or-failed.tsx";
import { useDocumentTitle } from "../page-state/use-document-title.ts";
import { useMay } from "../session/me-context.ts";
import { NotAllowed } from "../session/not-allowed.tsx";
import { addDays } from "../time/calendar-date.ts";
import { browserTimeZone, localDate, startOfLocalDay } from "../time/local-time.ts";
import { useNow } from "../time/use-now.ts";
import "../features/energy/energy.css";
import "../features/league/league.css";
import "../features/quality/quality.css";
import "../theme/list-table.css";

const route = getRouteApi("/qualite");
const spans = [7, 30, 90, 365] as const;
const rowsAtOnce = 100;

export function DataQualityPage() {
  const { t } = useTranslation();
  useDocumentTitle(t("dataQuality.title"));
  const organisation = useOrganisation();
  if (!useMay("data:read") || organisation === undefined) return <NotAllowed />;
  return (
    <>
      <h1 className="page-title">{t("dataQuality.title")}</h1>
      <p className="page-intro muted">{t("dataQuality.intro", { organisation: organisation.name })}</p>
      <QualitySection key={organisation.id} organisation={organisation.id} />
    </>
  );
}

function QualitySection({ organisation }: { readonly organisation: string }) {
  const { t } = useTranslation();
  const navigate = route.useNavigate();
  const { days = 30 } = route.useSearch();
  const now = useNow(60_000);
  const zone = browserTimeZone();
  const today = localDate(now, zone);
  // Whole days: today is not over.
  const range = {
    organisation,
    from: startOfLocalDay(addDays(today, -days), zone),
    to: startOfLocalDay(today, zone),
  };
  const query = useQuery({ ...dataQualityQuery(range), placeholderData: keepPreviousData });
  return (
    <section className="surface" aria-label={t("dataQuality.title")}>
      <SegmentedControl
        aria-label={t("period.label")}
        value={String(days)}
        data={spans.map((span) => ({ value: String(span), label: t("dataQuality.days", { count: span }) }))}
        onChange={(value) => {
          const chosen = spans.find((span) => String(span) === value);
          void navigate({ search: (before) => ({ ...before, days: chosen === 30 ? undefined : chosen }) });
        }}
      />
      {query.data === undefined ? (
        <PendingOrFailed query={query} />
      ) : (
        <>
          <QualityBody report={query.data} now={now} />
          <FileLinks path={dataQualityPath(range)} values={{ from: range.from, to: range.to }} />
        </>
      )}
    </section>
  );
}

function QualityBody({ report, now }: { readonly report: QualityReport; readonly now: Date }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [shown, setShown] = useState(rowsAtOnce);
  const [all, setAll] = useState(false);
  if (report.items.length === 0) return <Message title={t("dataQuality.none")} text={t("dataQuality.noneText")} />;
  const toDo = countAdvice(report.items, now);
  const listed = all ? report.items : report.items.filter((item) => adviceFor(item, now) !== "none");
  return (
    <>
      <div className="quality-summary">
        <p className="big-number number" data-testid="measured-share">
          {format.share(report.measuredShare)} <span className="unit">{t("dataQuality.measured")}</span>
        </p>
        {toDo.length === 0 && <p>{t("dataQuality.allGood")}</p>}
        <ul>
          {toDo.map(([advice, count]) => (
            <li key={advice}>{t(`toDo.${advice}`, { count })}</li>
          ))}
        </ul>
      </div>
      {listed.length > 0 && <QualityTable items={listed.slice(0, shown)} now={now} />}
      {shown < listed.length && (
        <Button variant="light" onClick={() => setShown(shown + rowsAtOnce)}>
          {t("list.more")}
        </Button>
      )}
      {!all && listed.length < report.items.length && (
        <button type="button" className="text-button" onClick={() => setAll(true)}>
          {t("dataQuality.showAll", { count: report.items.length - listed.length })}
        </button>
      )}
    </>
  );
}
