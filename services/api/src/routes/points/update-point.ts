import { Point, PointChangeBody, PointParams } from "@gtb/contracts/points";
import { getPoint } from "@gtb/database/queries/get-point";
import { updatePoint } from "@gtb/database/queries/update-point";
import { editRoute } from "../../edit-route.ts";
import { referred } from "../../problem-error.ts";

export const updatePointRoute = editRoute({
  path: "/api/v1/points/:pointId",
  allow: "building:write",
  summary: "Mend what was declared of a point",
  table: "point",
  params: PointParams,
  body: PointChangeBody,
  reply: Point,
  read: getPoint,
  change: async (db, id, body) => void referred((await updatePoint(db, id, body)) || undefined, "The zone"),
});
