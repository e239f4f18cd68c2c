import { DataQuality, DataQualityQuery } from "@gtb/contracts/data-quality";
import { OrganisationParams } from "@gtb/contracts/organisations";
import { getOrganisation } from "@gtb/database/queries/get-organisation";
import { listRegisterQuality, type RegisterQualityRow } from "@gtb/database/queries/list-register-quality";
import { reasonNames } from "@gtb/domain/energy/hour-reason";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { dataQualityTable } from "./data-quality-table.ts";

/** A sensor that reports every hour is that late by itself, with the time that computing takes. */
const usualDelayMs = 3 * 3_600_000;

export const getDataQualityRoute = route({
  method: "GET",
  path: "/api/v1/organisations/:organisationId/data-quality",
  allow: "data:read",
  summary: "What of an organisation's consumption is measured, estimated and missing, by register, the worst first",
  params: OrganisationParams,
  query: DataQualityQuery,
  reply: DataQuality,
  table: dataQualityTable,
  tagged: false,
  handler: async ({ db, params: { organisationId }, query: { from, to }, now }) => {
    found(await getOrganisation(db, organisationId, now.toISOString().slice(0, 10)), "organisation");
    const rows = await listRegisterQuality(db, { organisation: organisationId, from, to, now });
    const items = rows.map((row) => ({
      ...{ register: row.register, registerName: row.registerName, meter: row.meter, building: row.building },
      energy: row.energy,
      ...sharesOf([row]),
      reasons: reasonNames(row.reasons),
      lastReadingAt: row.lastReadingAt,
      missingSince: missingSince(row, now),
      missingDays: row.missingDays,
      breaks: row.breaks,
    }));
    items.sort((a, b) => b.breaks - a.breaks || b.missingShare - a.missingShare || b.estimatedShare - a.estimatedShare);
    const breaks = items.reduce((sum, item) => sum + item.breaks, 0);
    return { organisation: organisationId, from, to, ...sharesOf(rows), breaks, items };
  },
});

function sharesOf(rows: readonly RegisterQualityRow[]) {
  const sum = (pick: (row: RegisterQualityRow) => number): number => rows.reduce((total, row) => total + pick(row), 0);
  const expected = sum(({ expectedHours }) => expectedHours);
  const share = (hours: number): number => (expected > 0 ? Math.min(1, hours / expected) : 0);
  const measuredShare = share(sum(({ measuredHours }) => measuredHours));
  const estimatedShare = share(sum(({ estimatedHours }) => estimatedHours));
  const missing = expected > 0 ? Math.max(0, 1 - measuredShare - estimatedShare) : 0;
  return { measuredShare, estimatedShare, missingShare: missing < 1e-6 ? 0 : missing };
}

function missingSince({ knownUntil, expectedHours }: RegisterQualityRow, now: Date): Date | null {
  if (knownUntil === null || expectedHours === 0) return null;
  return now.getTime() - knownUntil.getTime() > usualDelayMs ? knownUntil : null;
}
