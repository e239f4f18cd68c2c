import { useTranslation } from "react-i18next";
import { qualitiesIn } from "./energy-stack.ts";
import type { StackFiguresProps } from "./stack-figures.tsx";
import { degreeDayColour } from "./stack-option.ts";

/** Names the parts, the year before and the marks that the chart beside it shows, and no others. */
export function StackLegend({ stack, period }: Pick<StackFiguresProps, "stack" | "period">) {
  const { t } = useTranslation();
  return (
    <ul className="legend">
      {stack.parts.map(({ id, name, colour }) => (
        <li key={id}>
          <span className="legend-mark" style={{ background: colour }} />
          {name}
        </li>
      ))}
      {stack.earlier.some((value) => value !== null) && (
        <li>
          <span className="legend-mark legend-earlier" />
          {t("energyPage.yearBefore")}
        </li>
      )}
      {stack.degreeDays.length > 0 && (
        <li>
          <span className="legend-mark legend-degrees" style={{ borderColor: degreeDayColour }} />
          {t("energyPage.degreeDaysLong")}
        </li>
      )}
      {qualitiesIn(stack).map((quality) => (
        <li key={quality}>
          <span className={`legend-mark legend-${quality}`} />
          {t(`quality.${quality}`)}
        </li>
      ))}
      {period.kind !== "day" && <li className="legend-hint">{t("consumption.pick")}</li>}
    </ul>
  );
}
