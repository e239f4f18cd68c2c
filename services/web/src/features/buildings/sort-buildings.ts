import type { SummarisedBuilding } from "../../api/buildings.ts";
import { type WeekFigures, weekFigures } from "./week-figures.ts";

export const buildingOrders = ["energy", "change", "name"] as const;
export type BuildingOrder = (typeof buildingOrders)[number];

export interface ListedBuilding {
  readonly building: SummarisedBuilding;
  readonly figures: WeekFigures;
}

/** Largest first, unknown last; equals by name. */
export function sortBuildings(buildings: readonly SummarisedBuilding[], order: BuildingOrder): ListedBuilding[] {
  const listed = buildings.map((building) => ({ building, figures: weekFigures(building.weeks) }));
  const weight = ({ figures }: ListedBuilding) =>
    (order === "change" ? figures.change : figures.energyKwh) ?? Number.NEGATIVE_INFINITY;
  return listed.sort((a, b) => {
    const byName = a.building.name.localeCompare(b.building.name, "fr");
    if (order === "name" || weight(a) === weight(b)) return byName;
    return weight(b) - weight(a);
  });
}
