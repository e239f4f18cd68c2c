import { BuildingParams } from "@gtb/contracts/buildings";
import { BuildingConsumptionQuery, ConsumptionColumns } from "@gtb/contracts/consumption";
import { getBuilding } from "@gtb/database/queries/get-building";
import { listCountedMeters } from "@gtb/database/queries/list-counted-meters";
import { readConsumption, refuseLongPeriod } from "../../consumption-columns.ts";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { consumptionTable } from "../../tables/consumption-table.ts";

export const getBuildingConsumptionRoute = route({
  method: "GET",
  path: "/api/v1/buildings/:buildingId/consumption",
  allow: "data:read",
  summary: "A building's consumption by local hour, day or month; sub-meters are not added to their parents",
  params: BuildingParams,
  query: BuildingConsumptionQuery,
  reply: ConsumptionColumns,
  table: consumptionTable,
  handler: async ({ db, params: { buildingId }, query: { energy, ...period }, now }) => {
    refuseLongPeriod(period);
    const { timeZone } = found(await getBuilding(db, buildingId, now), "building");
    const meterIds = await listCountedMeters(db, buildingId, energy);
    return readConsumption(db, { meterIds, building: buildingId, meter: null, timeZone, ...period, now });
  },
});
