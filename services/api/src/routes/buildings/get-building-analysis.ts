import { Analysis, AnalysisQuery } from "@gtb/contracts/analysis";
import { BuildingParams } from "@gtb/contracts/buildings";
import { getBuilding } from "@gtb/database/queries/get-building";
import { listAnalysisMeters } from "@gtb/database/queries/list-analysis-meters";
import { analysisTable } from "../../analysis/analysis-table.ts";
import { readAnalysis } from "../../analysis/read-analysis.ts";
import { stepDegreeDays } from "../../analysis/step-degree-days.ts";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const getBuildingAnalysisRoute = route({
  method: "GET",
  path: "/api/v1/buildings/:buildingId/analysis",
  allow: "data:read",
  summary: "What a building used, what it cost and emitted, by local step and group, and how well that is known",
  params: BuildingParams,
  query: AnalysisQuery,
  reply: Analysis,
  table: analysisTable,
  tagged: false,
  handler: async ({ db, params: { buildingId }, query, now }) => {
    const { id, name, timeZone, floorAreaM2 } = found(await getBuilding(db, buildingId, now), "building");
    const meters = await listAnalysisMeters(db, { building: buildingId, energy: query.energy });
    const heatingKd = (localStarts: readonly string[], to: Date) =>
      stepDegreeDays(db, buildingId, localStarts, { to, now });
    const scope = { kind: "building" as const, id, name };
    return readAnalysis(db, {
      ...{ scope, meters, timeZone, floorAreaM2, query, now },
      heatingKd: query.by === "hour" ? undefined : heatingKd,
    });
  },
});
