import { ConsumptionColumns, MeterConsumptionQuery } from "@gtb/contracts/consumption";
import { MeterParams } from "@gtb/contracts/meters";
import { getMeterPlace } from "@gtb/database/queries/get-meter-place";
import { readConsumption, refuseLongPeriod } from "../../consumption-columns.ts";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { consumptionTable } from "../../tables/consumption-table.ts";

export const getMeterConsumptionRoute = route({
  method: "GET",
  path: "/api/v1/meters/:meterId/consumption",
  allow: "data:read",
  summary: "A meter's consumption by local hour, day or month of its building",
  params: MeterParams,
  query: MeterConsumptionQuery,
  reply: ConsumptionColumns,
  table: consumptionTable,
  handler: async ({ db, params: { meterId }, query, now }) => {
    refuseLongPeriod(query);
    const place = found(await getMeterPlace(db, meterId), "meter");
    return readConsumption(db, {
      meterIds: [place.meterId],
      building: place.building,
      meter: meterId,
      timeZone: place.timeZone,
      ...query,
      now,
    });
  },
});
