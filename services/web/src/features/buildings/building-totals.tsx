import { useTranslation } from "react-i18next";
import { Change } from "../../figures/change.tsx";
import { unknown } from "../../format/format.ts";
import { useFormat } from "../../format/use-format.ts";
import type { ListedBuilding } from "./sort-buildings.ts";
import { addFigures } from "./week-figures.ts";

interface TotalsProps {
  readonly buildings: readonly ListedBuilding[];
  /** More buildings match than are listed. */
  readonly partial: boolean;
}

/** What all listed buildings used this week. */
export function BuildingTotals({ buildings, partial }: TotalsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const total = addFigures(buildings.map(({ figures }) => figures));
  return (
    <dl className="totals" data-testid="totals">
      <div>
        <dt className="eyebrow">{t("buildings.total")}</dt>
        <dd className="big-number number">
          {format.amount(total.energyKwh)}
          <span className="unit">kWh</span>
        </dd>
      </div>
      <div>
        <dt className="eyebrow">{t("week.changeLong")}</dt>
        <dd className="totals-second">
          <Change change={total.change} />
        </dd>
      </div>
      <div>
        <dt className="eyebrow">{t("week.completeness")}</dt>
        <dd className="totals-second number">{total.knownShare === null ? unknown : format.share(total.knownShare)}</dd>
      </div>
      <div>
        <dt className="eyebrow">{t("buildings.title")}</dt>
        <dd className="totals-second number">
          {format.number(buildings.length)}
          {partial ? "+" : ""}
        </dd>
      </div>
    </dl>
  );
}
