import { useTranslation } from "react-i18next";
import type { MeterRegister } from "../../api/meters.ts";
import { printUnit } from "../../format/unit.ts";
import { useFormat } from "../../format/use-format.ts";
import type { ParameterPeriod } from "./counts.ts";

/** How counts are meant, in one line. */
export function useParameterText({ unit }: Pick<MeterRegister, "unit">) {
  const { t } = useTranslation();
  const format = useFormat();
  const printed = printUnit(unit);
  return ({ unitPerCount, ctRatio, wrapsAt, maxPerHour }: ParameterPeriod): string =>
    [
      t("meter.countIsWorth", { value: `${format.exact(unitPerCount)} ${printed}` }),
      ...(ctRatio === 1 ? [] : [t("meter.times", { ratio: format.exact(ctRatio) })]),
      ...(wrapsAt === null ? [] : [t("meter.returnsAt", { counts: format.exact(wrapsAt) })]),
      t("meter.atMost", { value: `${format.exact(maxPerHour)} ${printed}` }),
    ].join(" · ");
}

/** From when to when something holds, by the building's clock. */
export function useValidityText(timeZone: string) {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ validFrom, validTo }: { readonly validFrom: Date | null; readonly validTo: Date | null }): string => {
    const from = validFrom && format.dateTime(validFrom, timeZone);
    const to = validTo && format.dateTime(validTo, timeZone);
    if (from === null) return to === null ? t("meter.ever") : t("meter.until", { to });
    return to === null ? t("meter.since", { from }) : t("meter.between", { from, to });
  };
}
