import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { SummarisedBuilding } from "../../api/buildings.ts";
import { Change } from "../../figures/change.tsx";
import { unknown } from "../../format/format.ts";
import { useFormat } from "../../format/use-format.ts";
import { SimulatedBadge } from "./simulated-badge.tsx";
import { WeekBar } from "./week-bar.tsx";
import type { WeekFigures } from "./week-figures.ts";

interface BuildingRowProps {
  readonly building: SummarisedBuilding;
  readonly figures: WeekFigures;
  readonly now: Date;
}

export function BuildingRow({ building, figures, now }: BuildingRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <tr data-testid="building-row" data-building={building.id}>
      <th scope="row" className="cell-name">
        <Link to="/buildings/$buildingId" params={{ buildingId: building.id }} className="building-link">
          {building.name}
        </Link>
        {building.simulated && <SimulatedBadge />}
        <span className="building-about">
          {t(`use.${building.use}`)} · {building.organisation.name}
        </span>
      </th>
      <td className="cell-energy number">
        <span data-testid="week-kwh">{format.amount(figures.energyKwh)}</span>
        <span className="cell-unit"> kWh</span>
      </td>
      <td className="cell-change">
        <Change change={figures.change} />
      </td>
      <td className="cell-bar">
        <WeekBar figures={figures} />
      </td>
      <KnownCell share={figures.knownShare} />
      <td className="cell-age number">
        {building.lastReadingAt === null ? t("week.silent") : format.age(building.lastReadingAt, now)}
      </td>
    </tr>
  );
}

function KnownCell({ share }: { readonly share: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const low = share !== null && share < 0.9;
  return (
    <td className={low ? "cell-known cell-known-low number" : "cell-known number"}>
      {share === null ? unknown : format.share(share)}
      <span className="only-phone"> {t("week.known")}</span>
    </td>
  );
}
