import { Point, PointParams } from "@gtb/contracts/points";
import { getPoint } from "@gtb/database/queries/get-point";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const getPointRoute = route({
  method: "GET",
  path: "/api/v1/points/:pointId",
  allow: "data:read",
  summary: "One point",
  params: PointParams,
  reply: Point,
  handler: async ({ db, params }) => found(await getPoint(db, params.pointId), "point"),
});
