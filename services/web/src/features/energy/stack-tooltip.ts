import { useTranslation } from "react-i18next";
import { escapeHtml, tooltipLine } from "../../charts/chart-style.ts";
import { printUnit } from "../../format/unit.ts";
import { useFormat } from "../../format/use-format.ts";
import type { Period } from "../../time/period.ts";
import { useBucketLabel } from "../consumption/bucket-label.ts";
import { type BucketPart, type EnergyStack, partQuality } from "./energy-stack.ts";
import { useReasonText } from "./energy-texts.ts";
import { degreeDayColour } from "./stack-option.ts";

interface TooltipOf {
  readonly stack: EnergyStack;
  readonly period: Period;
  readonly labels: readonly string[];
  /** Behind the numbers */
  readonly unit: string;
}

/** What is said of a bucket: each part, what of it is not measured and why, the year before and the cold. */
export function useStackTooltip({ stack, period, labels, unit }: TooltipOf) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useBucketLabel(period, labels);
  const partText = usePartText(unit);
  return (index: number): string => {
    const start = labels[index];
    if (start === undefined) return "";
    const lines = stack.parts.flatMap(({ name, colour, buckets }) => {
      const part = buckets[index];
      if (part === undefined) return [];
      const { value, note } = partText(part, index === stack.running);
      const noteLine = note === null ? [] : [`<div class="tooltip-note">${escapeHtml(note)}</div>`];
      return [tooltipLine(colour, name, value), ...noteLine];
    });
    const earlier = stack.earlier[index] ?? null;
    if (earlier !== null)
      lines.push(tooltipLine("#c9d1cd", t("energyPage.yearBefore"), `${format.amount(earlier)} ${unit}`));
    const cold = stack.degreeDays[index] ?? null;
    if (cold !== null) lines.push(tooltipLine(degreeDayColour, t("energyPage.degreeDays"), format.number(cold, 1)));
    return `<b>${escapeHtml(label.full(start))}</b>${lines.join("")}`;
  };
}

/** A part's value and, where it is not wholly measured, why. */
function usePartText(unit: string) {
  const { t } = useTranslation();
  const format = useFormat();
  const reasonText = useReasonText();
  return (part: BucketPart, running: boolean): { value: string; note: string | null } => {
    const why = part.reasons.length === 0 ? null : reasonText(part.reasons);
    if (part.value === null) {
      if (part.native != null) {
        const native = `${format.amount(part.native.value)} ${printUnit(part.native.unit)}`;
        return { value: native, note: t("energyPage.noCoefficient") };
      }
      return { value: t(part.missingShare < 1 ? "energyPage.unvalued" : "quality.missing"), note: why };
    }
    const value = `${format.amount(part.value)} ${unit}`;
    const quality = partQuality(part, running);
    if (quality === "running") return { value, note: t("quality.running") };
    if (quality === "measured") return { value, note: null };
    const shares = t("quality.shares", {
      measured: format.share(part.measuredShare),
      estimated: format.share(part.estimatedShare),
      missing: format.share(part.missingShare),
    });
    return { value, note: why === null ? shares : `${shares}. ${why}` };
  };
}
