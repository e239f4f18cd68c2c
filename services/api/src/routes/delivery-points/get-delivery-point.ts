import { DeliveryPointParams, DeliveryPointSummary } from "@gtb/contracts/delivery-points";
import { listDeliveryPoints } from "@gtb/database/queries/list-delivery-points";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const getDeliveryPointRoute = route({
  method: "GET",
  path: "/api/v1/delivery-points/:deliveryPointId",
  allow: "data:read",
  summary: "One delivery point with today's contract",
  params: DeliveryPointParams,
  reply: DeliveryPointSummary,
  handler: async ({ db, now, params: { deliveryPointId } }) =>
    found((await listDeliveryPoints(db, { now, deliveryPoint: deliveryPointId, limit: 1 }))[0], "delivery point"),
});
