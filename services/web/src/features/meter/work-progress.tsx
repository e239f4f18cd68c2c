import { Progress } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFollowedJob, useRefreshSoon } from "./use-meter-action.ts";

/** What became of what a person has just done. `job` null: recorded, who carries it out is not for them to see. */
export function WorkProgress({ job }: { readonly job: string | null }) {
  return (
    <output className="form-notice meter-work">{job === null ? <Recorded /> : <FollowedJob jobId={job} />}</output>
  );
}

/** Whoever may not see jobs sees their work done on the page, a moment later. */
function Recorded() {
  const { t } = useTranslation();
  useRefreshSoon();
  return <>{t("meter.recorded")}</>;
}

function FollowedJob({ jobId }: { readonly jobId: string }) {
  const { t } = useTranslation();
  const { data } = useFollowedJob(jobId);
  if (data?.state === "done") return <>{t("meter.workDone")}</>;
  if (data?.state === "failed") return <>{t("meter.workFailed", { message: data.message ?? "" })}</>;
  const { progressDone = 0, progressTotal = null } = data ?? {};
  const percent = progressTotal ? (progressDone / progressTotal) * 100 : 0;
  return (
    <>
      {t("meter.working")} <Progress value={Math.max(8, percent)} animated aria-label={t("meter.working")} mt={6} />
    </>
  );
}
