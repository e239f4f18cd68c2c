import { Point, PointBody } from "@gtb/contracts/points";
import { getPoint } from "@gtb/database/queries/get-point";
import { insertPoint } from "@gtb/database/queries/insert-point";
import { found, referred } from "../../problem-error.ts";
import { refuseUnit } from "../../refuse-unit.ts";
import { route } from "../../route.ts";

export const createPointRoute = route({
  method: "POST",
  path: "/api/v1/points",
  allow: "building:write",
  summary: "Add a point",
  body: PointBody,
  reply: Point,
  handler: async ({ db, body }) => {
    refuseUnit(body.quantity, body.unit);
    const id = referred(await insertPoint(db, body), "The building or the zone");
    return found(await getPoint(db, id), "point");
  },
});
