import { useTranslation } from "react-i18next";
import { printUnit } from "../../format/unit.ts";
import { readDecimal, writeDecimal } from "../../forms/decimal.ts";
import type { Language } from "../../i18n/language.ts";
import type { ParameterPeriod } from "./counts.ts";
import { NumberField } from "./number-field.tsx";

/** As typed. */
export interface ParameterDraft {
  readonly unitPerCount: string;
  readonly ctRatio: string;
  readonly wrapsAt: string;
  readonly maxPerHour: string;
}

export function draftOf(parameter: ParameterPeriod | undefined, language: Language): ParameterDraft {
  const said = (value: number | null | undefined, usual: string): string =>
    value == null ? usual : writeDecimal(value, language);
  return {
    unitPerCount: said(parameter?.unitPerCount, "1"),
    ctRatio: said(parameter?.ctRatio, "1"),
    wrapsAt: said(parameter?.wrapsAt, ""),
    maxPerHour: said(parameter?.maxPerHour, ""),
  };
}

/** What the draft says; undefined while something in it is missing or makes no sense. */
export function readParameters(draft: ParameterDraft) {
  const unitPerCount = readDecimal(draft.unitPerCount);
  const ctRatio = readDecimal(draft.ctRatio);
  const maxPerHour = readDecimal(draft.maxPerHour);
  const wrapsAt = draft.wrapsAt.trim() === "" ? null : readDecimal(draft.wrapsAt);
  const isSound = (value: number | undefined): value is number => value !== undefined && value > 0;
  if (!isSound(unitPerCount) || !isSound(ctRatio) || !isSound(maxPerHour)) return undefined;
  if (wrapsAt === undefined || (wrapsAt !== null && wrapsAt <= 0)) return undefined;
  return { unitPerCount, ctRatio, maxPerHour, wrapsAt };
}

interface ParameterFieldsProps {
  readonly unit: string;
  readonly draft: ParameterDraft;
  readonly onChange: (draft: ParameterDraft) => void;
}

export function ParameterFields({ unit, draft, onChange }: ParameterFieldsProps) {
  const { t } = useTranslation();
  const set = (field: keyof ParameterDraft) => (value: string) => onChange({ ...draft, [field]: value });
  const printed = printUnit(unit);
  return (
    <>
      <NumberField
        required
        label={t("meter.unitPerCount")}
        description={t("meter.unitPerCountHint")}
        unit={printed}
        value={draft.unitPerCount}
        onChange={set("unitPerCount")}
      />
      <NumberField
        required
        label={t("meter.ctRatio")}
        description={t("meter.ctRatioHint")}
        value={draft.ctRatio}
        onChange={set("ctRatio")}
      />
      <NumberField
        label={t("meter.wrapsAt")}
        description={t("meter.wrapsAtHint")}
        value={draft.wrapsAt}
        onChange={set("wrapsAt")}
      />
      <NumberField
        required
        label={t("meter.maxPerHour")}
        description={t("meter.maxPerHourHint")}
        unit={`${printed}/h`}
        value={draft.maxPerHour}
        onChange={set("maxPerHour")}
      />
    </>
  );
}
