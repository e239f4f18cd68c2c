import { Progress } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { runningImportsQuery } from "../../api/jobs.ts";
import { useFormat } from "../../format/use-format.ts";
import { useMay } from "../../session/me-context.ts";

/** While histories are being loaded, figures still grow: says so, and how far it is. */
export function HistoryBanner() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: jobs = [] } = useQuery({ ...runningImportsQuery, enabled: useMay("job:read") });
  if (jobs.length === 0) return null;
  const known = jobs.filter((job) => job.progressTotal !== null);
  const total = known.reduce((sum, job) => sum + (job.progressTotal ?? 0), 0);
  const done = known.reduce((sum, job) => sum + job.progressDone, 0);
  const share = total > 0 ? Math.min(1, done / total) : null;
  return (
    <output className="history-banner">
      <span>
        <strong>{t("history.title")}</strong> {t("history.text", { count: jobs.length })}
      </span>
      {share !== null && (
        <>
          <Progress value={share * 100} aria-label={t("history.title")} className="history-progress" />
          <span className="number">{format.share(share)}</span>
        </>
      )}
    </output>
  );
}
