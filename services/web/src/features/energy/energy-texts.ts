import type { HourReasonName } from "@gtb/contracts/analysis";
import { useTranslation } from "react-i18next";
import type { AnalysedSeries, BuildingAnalysis } from "../../api/analysis.ts";
import { energyColours } from "../../theme/energy-colours.ts";
import type { EnergySplit, EnergyUnit } from "./energy-choice.ts";
import type { StackTexts } from "./stack-of-analysis.ts";

/** Told apart without seeing red or green; the grey is for what no name explains. */
const partColours = ["#2f6690", "#d0782a", "#3d8b5f", "#8c5a9e", "#b0413e", "#2a8fa8", "#7b7f2e", "#8a6248"] as const;
const unexplained = "#9aa5a1";

/** What the parts of a split are called and coloured. */
export function useStackTexts(split: EnergySplit): StackTexts {
  const { t } = useTranslation();
  const nameOf = (series: AnalysedSeries): string => {
    const { key, label, energy, isRemainder } = series;
    if (isRemainder) return t("energyPage.remainderOf", { meter: label ?? "" });
    if (split === "energy" && energy !== null) return t(`energy.${energy}`);
    if (split === "end_use") return t(`endUse.${endUseOf(key)}`);
    return label ?? key;
  };
  const colourOf = ({ key, energy, isRemainder }: AnalysedSeries, index: number): string => {
    if (isRemainder || key === "unknown") return unexplained;
    if (split === "energy" && energy !== null) return energyColours[energy];
    return partColours[index % partColours.length] ?? partColours[0];
  };
  return { nameOf, colourOf };
}

const endUses = [
  ...(["heating", "hot_water", "cooling", "ventilation", "lighting", "cooking", "sockets", "it", "pool"] as const),
  ...(["charging", "production", "other", "unknown"] as const),
] as const;

function endUseOf(key: string): (typeof endUses)[number] {
  return endUses.find((use) => use === key) ?? "unknown";
}

/** The unit as it stands behind a number. */
export function useUnitText(analysis: Pick<BuildingAnalysis, "currency"> | undefined) {
  const { t } = useTranslation();
  return (unit: EnergyUnit): string => {
    if (unit !== "eur") return t(`energyUnit.${unit}`);
    return analysis?.currency == null || analysis.currency === "EUR" ? "€" : analysis.currency;
  };
}

/** Why something is not wholly measured, in a person's words. */
export function useReasonText() {
  const { t } = useTranslation();
  return (reasons: readonly HourReasonName[]): string => reasons.map((reason) => t(`hourReason.${reason}`)).join(" ; ");
}
