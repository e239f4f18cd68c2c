import { DeliveryPoint, DeliveryPointBody } from "@gtb/contracts/delivery-points";
import { getDeliveryPoint } from "@gtb/database/queries/get-delivery-point";
import { insertDeliveryPoint } from "@gtb/database/queries/insert-delivery-point";
import { found, referred } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const createDeliveryPointRoute = route({
  method: "POST",
  path: "/api/v1/delivery-points",
  allow: "meter:write",
  summary: "Add a delivery point (PRM, PCE) and place a meter at it",
  body: DeliveryPointBody,
  reply: DeliveryPoint,
  handler: async ({ db, body }) => {
    const id = referred(await insertDeliveryPoint(db, body), "The meter");
    return found(await getDeliveryPoint(db, id), "delivery point");
  },
});
