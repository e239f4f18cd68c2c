import { useTranslation } from "react-i18next";
import type { Consumption } from "../../api/consumption.ts";
import { Change } from "../../figures/change.tsx";
import { sumKnown } from "../../figures/known-sum.ts";
import { useFormat } from "../../format/use-format.ts";
import { energyColours, stackedEnergies } from "../../theme/energy-colours.ts";
import type { Period } from "../../time/period.ts";
import { bucketValue, runningIndex, seriesOf } from "./bucket-quality.ts";
import { useEnergyUnit } from "./energy-unit.ts";
import type { PeriodFigures } from "./use-period-figures.ts";

interface SummaryProps {
  readonly columns: Consumption;
  readonly figures: PeriodFigures;
  readonly period: Period;
  readonly now: Date;
}

/** Below this the change is that of a part, and the numbers of that part are given. */
const nearlyAll = 0.9;

/** The period in one number, how it compares, and what it is made of. */
export function ConsumptionSummary({ columns, figures, period, now }: SummaryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const unitOf = useEnergyUnit();
  const series = seriesOf(columns, stackedEnergies);
  const totals = series.map((one) => sumKnown(columns.localStarts.map((_, index) => bucketValue(one, index))));
  return (
    <div className="consumption-summary">
      <div>
        <p className="big-number number" data-testid="period-kwh">
          {format.amount(sumKnown(totals))}
          <span className="unit">kWh</span>
        </p>
        <ComparisonLine figures={figures} period={period} />
      </div>
      <ul className="energy-list">
        {series.map((one, index) => (
          <li key={one.energy}>
            <span className="energy-dot" style={{ background: energyColours[one.energy] }} />
            <span className="energy-name">{t(`energy.${one.energy}`)}</span>
            <span className="number">{`${format.amount(totals[index] ?? null)} ${unitOf(one.energy)}`}</span>
          </li>
        ))}
        <KnownLine columns={columns} now={now} />
      </ul>
    </div>
  );
}

function ComparisonLine({ figures, period }: Pick<SummaryProps, "figures" | "period">) {
  const { t } = useTranslation();
  const format = useFormat();
  const { comparison, before } = figures;
  if (comparison === null) return <p className="comparison-line muted">&nbsp;</p>;
  if (comparison.change === null) return <p className="comparison-line muted">{t("consumption.notComparable")}</p>;
  const { nowKwh, beforeKwh, change, comparedShare } = comparison;
  const like = period.kind === "year" ? "consumption.comparedDays" : "consumption.comparedHours";
  return (
    <p className="comparison-line">
      <Change change={change} />{" "}
      <span className="muted">
        {t(comparedShare < nearlyAll ? "consumption.comparedPart" : like, {
          period: format.period(before),
          now: format.amount(nowKwh),
          kwh: format.amount(beforeKwh),
        })}
      </span>
    </p>
  );
}

/** How much of what has passed is measured; said only where it is not all. */
function KnownLine({ columns, now }: Pick<SummaryProps, "columns" | "now">) {
  const { t } = useTranslation();
  const format = useFormat();
  const running = runningIndex(columns, now);
  const shares = seriesOf(columns, stackedEnergies).flatMap((one) =>
    one.measuredShare.filter((_, index) => index !== running),
  );
  if (shares.length === 0) return null;
  const measured = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return (
    <li className="muted">
      <span className="energy-name">{t("quality.measured")}</span>
      <span className="number">{format.share(measured)}</span>
    </li>
  );
}
