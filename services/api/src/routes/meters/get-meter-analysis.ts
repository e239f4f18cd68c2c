import { Analysis, AnalysisQuery } from "@gtb/contracts/analysis";
import { MeterParams } from "@gtb/contracts/meters";
import { listAnalysisMeters } from "@gtb/database/queries/list-analysis-meters";
import { analysisTable } from "../../analysis/analysis-table.ts";
import { readAnalysis } from "../../analysis/read-analysis.ts";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const getMeterAnalysisRoute = route({
  method: "GET",
  path: "/api/v1/meters/:meterId/analysis",
  allow: "data:read",
  summary: "What a meter counted, what that cost and emitted; by `meter` against its sub-meters",
  params: MeterParams,
  query: AnalysisQuery,
  reply: Analysis,
  table: analysisTable,
  tagged: false,
  handler: async ({ db, params: { meterId }, query, now }) => {
    const meters = await listAnalysisMeters(db, { meter: meterId });
    const { id, name, timeZone } = found(
      meters.find((meter) => meter.id === meterId),
      "meter",
    );
    const scope = { kind: "meter" as const, id, name };
    return readAnalysis(db, { scope, meters, timeZone, floorAreaM2: null, query, now });
  },
});
