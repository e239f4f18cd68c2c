import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { BuildingAnalysis } from "../../api/analysis.ts";
import { Change } from "../../figures/change.tsx";
import { useFormat } from "../../format/use-format.ts";
import { valueIn } from "./analysed-value.ts";
import type { EnergyUnit } from "./energy-choice.ts";
import type { EnergyStack } from "./energy-stack.ts";
import { useReasonText } from "./energy-texts.ts";
import { compareYears, drawnSeries } from "./stack-of-analysis.ts";

interface SummaryProps {
  readonly analysis: BuildingAnalysis;
  readonly stack: EnergyStack;
  readonly unit: EnergyUnit;
  readonly unitText: string;
}

/** Below this the change is that of a part, and the numbers of that part are given. */
const nearlyAll = 0.9;

/** How much, against last year, and how well it is known: what one reads in five seconds. */
export function StackSummary({ analysis, stack, unit, unitText }: SummaryProps) {
  const format = useFormat();
  const { floorAreaM2 } = analysis;
  const series = drawnSeries(analysis, unit);
  return (
    <div className="consumption-summary">
      <div>
        <p className="big-number number" data-testid="energy-total">
          {format.amount(valueIn(unit, analysis.total, floorAreaM2))}
          <span className="unit">{unitText}</span>
        </p>
        <YearLine stack={stack} unitText={unitText} />
        <Completeness total={analysis.total} />
        <Valued analysis={analysis} unit={unit} />
      </div>
      <ul className="energy-list">
        {stack.parts.map(({ id, name, colour }, index) => {
          const total = series[index]?.total;
          return (
            <li key={id}>
              <span className="energy-dot" style={{ background: colour }} />
              <span className="energy-name">{name}</span>
              <span className="number">
                {`${format.amount(total === undefined ? null : valueIn(unit, total, floorAreaM2))} ${unitText}`}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function YearLine({ stack, unitText }: Pick<SummaryProps, "stack" | "unitText">) {
  const { t } = useTranslation();
  const format = useFormat();
  const { change, now, earlier, comparedShare } = compareYears(stack);
  if (change === null) return <p className="comparison-line muted">{t("energyPage.noYearBefore")}</p>;
  const values = { now: format.amount(now), earlier: format.amount(earlier), unit: unitText };
  return (
    <p className="comparison-line">
      <Change change={change} />{" "}
      <span className="muted">
        {t(comparedShare < nearlyAll ? "energyPage.comparedPart" : "energyPage.compared", values)}
      </span>
    </p>
  );
}

/** « 97 % mesuré » always stands beside a total, and why the rest is not. */
function Completeness({ total }: { readonly total: BuildingAnalysis["total"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const reasonText = useReasonText();
  const { measuredShare, estimatedShare, missingShare, reasons } = total;
  return (
    <div className="completeness" data-testid="completeness">
      <span className="completeness-bar" aria-hidden="true">
        <span className="completeness-measured" style={{ width: `${measuredShare * 100}%` }} />
        <span className="completeness-estimated" style={{ width: `${estimatedShare * 100}%` }} />
      </span>
      <p>
        <strong>{t("energyPage.measured", { share: format.share(measuredShare) })}</strong>
        {estimatedShare > 0 && ` · ${t("energyPage.estimated", { share: format.smallShare(estimatedShare) })}`}
        {missingShare > 0 && ` · ${t("energyPage.missing", { share: format.smallShare(missingShare) })}`}
      </p>
      {reasons.length > 0 && <p className="muted">{t("energyPage.why", { reasons: reasonText(reasons) })}</p>}
    </div>
  );
}

/** Euros and CO2 of a part alone are never shown as if they were of all; and whose factors were used. */
function Valued({ analysis, unit }: Pick<SummaryProps, "analysis" | "unit">) {
  const { t } = useTranslation();
  const format = useFormat();
  const { costedShare } = analysis.total;
  if (unit === "eur" && costedShare < 1)
    return (
      <p className="form-error">
        {t("energyPage.costed", { share: format.share(costedShare) })}{" "}
        <Link to="/contrats">{t("energyPage.completeContracts")}</Link>
      </p>
    );
  const factors = analysis.factors.filter(({ kind }) => kind === "co2e");
  if (unit !== "co2e" || factors.length === 0) return null;
  const sources = [...new Set(factors.map(({ source, year }) => (year === null ? source : `${source} (${year})`)))];
  return <p className="figures-note muted">{t("energyPage.factors", { sources: sources.join(" ; ") })}</p>;
}
