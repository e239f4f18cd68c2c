import { Analysis, AnalysisQuery } from "@gtb/contracts/analysis";
import { OrganisationParams } from "@gtb/contracts/organisations";
import { getOrganisation } from "@gtb/database/queries/get-organisation";
import { listAnalysisMeters } from "@gtb/database/queries/list-analysis-meters";
import { analysisTable } from "../../analysis/analysis-table.ts";
import { readAnalysis } from "../../analysis/read-analysis.ts";
import { found, ProblemError } from "../../problem-error.ts";
import { route } from "../../route.ts";

/** Of more buildings at once the league table tells. */
const mostMeters = 2_000;

export const getOrganisationAnalysisRoute = route({
  method: "GET",
  path: "/api/v1/organisations/:organisationId/analysis",
  allow: "data:read",
  summary: "What an organisation's buildings used together, those below it that you see included",
  params: OrganisationParams,
  query: AnalysisQuery,
  reply: Analysis,
  table: analysisTable,
  tagged: false,
  handler: async ({ db, params: { organisationId }, query, now }) => {
    const { id, name } = found(
      await getOrganisation(db, organisationId, now.toISOString().slice(0, 10)),
      "organisation",
    );
    const meters = await listAnalysisMeters(db, { organisation: organisationId, energy: query.energy });
    if (meters.length > mostMeters) {
      const detail = `The organisation has ${meters.length} meters, at most ${mostMeters} are added up: ask for its league table.`;
      throw new ProblemError("too_many_values", detail, [
        { path: "params.organisationId", message: "too many meters" },
      ]);
    }
    // Steps are those of where most buildings stand.
    const timeZone = mostFrequent(meters.map((meter) => meter.timeZone)) ?? "Europe/Paris";
    const scope = { kind: "organisation" as const, id, name };
    return readAnalysis(db, { scope, meters, timeZone, floorAreaM2: null, query, now });
  },
});

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = [...Map.groupBy(values, (value) => value)].map(([value, all]) => ({ value, count: all.length }));
  return counts.sort((a, b) => b.count - a.count)[0]?.value;
}
