import { Point, PointBody } from "@gtb/contracts/points";
import { getPoint } from "@gtb/database/queries/get-point";
import { insertPoint } from "@gtb/database/queries/insert-point";
import { unitsOf } from "@gtb/domain/units/quantity";
import { found, ProblemError, referred } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const createPointRoute = route({
  method: "POST",
  path: "/api/v1/points",
  allow: "building:write",
  summary: "Add a point",
  body: PointBody,
  reply: Point,
  handler: async ({ db, body }) => {
    const units: readonly string[] = unitsOf(body.quantity);
    if (!units.includes(body.unit)) {
      throw new ProblemError("unit_does_not_fit", `Values of ${body.quantity} are kept in ${units.join(" or ")}.`, [
        { path: "body.unit", message: `one of ${units.join(", ")} expected` },
      ]);
    }
    const id = referred(await insertPoint(db, body), "The building or the zone");
    return found(await getPoint(db, id), "point");
  },
});
