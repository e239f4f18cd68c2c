import { DeliveryPointList, DeliveryPointListQuery } from "@gtb/contracts/delivery-points";
import { listDeliveryPoints } from "@gtb/database/queries/list-delivery-points";
import { readNameCursor, toPage } from "../../page.ts";
import { route } from "../../route.ts";

export const listDeliveryPointsRoute = route({
  method: "GET",
  path: "/api/v1/delivery-points",
  allow: "data:read",
  summary: "Delivery points by the name of their building, each with today's contract",
  query: DeliveryPointListQuery,
  reply: DeliveryPointList,
  handler: async ({ db, now, query: { limit, cursor, ...filter } }) => {
    const rows = await listDeliveryPoints(db, { ...filter, now, after: readNameCursor(cursor), limit: limit + 1 });
    return toPage(rows, limit, ({ building, id }) => [building.name, id]);
  },
});
