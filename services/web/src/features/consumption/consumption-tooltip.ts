import type { Energy } from "@gtb/contracts/energies";
import { useTranslation } from "react-i18next";
import type { Consumption, EnergySeries } from "../../api/consumption.ts";
import { escapeHtml, tooltipLine } from "../../charts/chart-style.ts";
import { useFormat } from "../../format/use-format.ts";
import { energyColours } from "../../theme/energy-colours.ts";
import type { Period } from "../../time/period.ts";
import { useBucketLabel } from "./bucket-label.ts";
import { bucketValue, qualityOf, runningIndex, seriesOf } from "./bucket-quality.ts";
import { useEnergyUnit } from "./energy-unit.ts";

interface TooltipOf {
  readonly period: Period;
  readonly columns: Consumption;
  readonly energies: readonly Energy[];
  readonly unit: string;
  readonly earlier: readonly (number | null)[];
  readonly future: readonly string[];
  readonly now: Date;
}

/** What is said of a bucket: each energy, the period before, and the measured share where it is not all. */
export function useConsumptionTooltip({ period, columns, energies, unit, earlier, future, now }: TooltipOf) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useBucketLabel(period, columns.localStarts);
  const unitOf = useEnergyUnit();
  const qualityText = useQualityText();
  return (index: number): string => {
    const start = [...columns.localStarts, ...future][index];
    if (start === undefined) return "";
    const running = index === runningIndex(columns, now);
    const amount = (value: number | null, of: string) =>
      value === null ? t("quality.missing") : `${format.amount(value)} ${of}`;
    const begun = index < columns.localStarts.length;
    const lines = (begun ? seriesOf(columns, energies) : []).flatMap((series) => {
      const note = qualityText(series, index, running);
      const line = tooltipLine(
        energyColours[series.energy],
        t(`energy.${series.energy}`),
        amount(bucketValue(series, index), unitOf(series.energy)),
      );
      return note === null ? [line] : [line, `<div class="tooltip-note">${escapeHtml(note)}</div>`];
    });
    const before = earlier[index] ?? null;
    if (before !== null) lines.push(tooltipLine("#c9d1cd", t("consumption.before"), amount(before, unit)));
    return `<b>${escapeHtml(label.full(start))}</b>${lines.join("")}`;
  };
}

/** How well a bucket is known, in words; null where all of it is measured. */
function useQualityText() {
  const { t } = useTranslation();
  const format = useFormat();
  return (series: EnergySeries, index: number, running: boolean): string | null => {
    const quality = qualityOf(series, index, running);
    if (quality === "measured" || quality === "missing") return null;
    if (quality === "running") return t("quality.running");
    return t("quality.shares", {
      measured: format.share(series.measuredShare[index] ?? 0),
      estimated: format.share(series.estimatedShare[index] ?? 0),
      missing: format.share(series.missingShare[index] ?? 1),
    });
  };
}
