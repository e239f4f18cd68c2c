import { CorrectionList } from "@gtb/contracts/corrections";
import { PointParams } from "@gtb/contracts/points";
import { getPoint } from "@gtb/database/queries/get-point";
import { listCorrections } from "@gtb/database/queries/list-corrections";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const listCorrectionsRoute = route({
  method: "GET",
  path: "/api/v1/points/:pointId/corrections",
  allow: "data:read",
  summary: "What people corrected of a point's readings, the newest 500 first: who, when, why, how many readings",
  params: PointParams,
  reply: CorrectionList,
  handler: async ({ db, params: { pointId } }) => {
    const { id: point } = found(await getPoint(db, pointId), "point");
    return { items: await listCorrections(db, { point, limit: 500 }) };
  },
});
