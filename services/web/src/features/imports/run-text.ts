import { useTranslation } from "react-i18next";
import type { BroughtFile } from "../../api/imports.ts";
import { useFormat } from "../../format/use-format.ts";

/** Where a file is, in a few words. */
export function useRunText(): (file: BroughtFile) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ latestRun, bytes, receivedBytes, prunedAt }) => {
    if (prunedAt !== null && latestRun === null) return t("imports.pruned");
    if (prunedAt === null && receivedBytes < bytes) return t("imports.incomplete");
    if (latestRun === null) return t("imports.waiting");
    const { kind, state, inserted, superseded, refused } = latestRun;
    if (state === "failed") return t("imports.failed");
    if (state !== "done") return t(`importGoing.${kind}`);
    const done = t(`importDone.${kind}`, {
      count: inserted + superseded,
      number: format.number(inserted + superseded),
    });
    return refused === 0
      ? done
      : `${done}, ${t("imports.refusedCount", { count: refused, number: format.number(refused) })}`;
  };
}
