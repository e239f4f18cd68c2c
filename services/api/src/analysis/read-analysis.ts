import { type Analysis, type AnalysisQuery, longestAnalysisDays } from "@gtb/contracts/analysis";
import type { Queryable } from "@gtb/database/pool";
import type { AnalysisMeterRow } from "@gtb/database/queries/list-analysis-meters";
import { type LocalStartRow, listLocalStarts, yearBefore } from "@gtb/database/queries/list-local-starts";
import { widenPeriod } from "@gtb/database/queries/widen-period";
import type { EnergyFactor } from "@gtb/domain/carbon/energy-factor";
import type { z } from "zod";
import { ProblemError } from "../problem-error.ts";
import { totalOf } from "./cell.ts";
import { groupSeries } from "./group-series.ts";
import { readMeterCells } from "./meter-cells.ts";

type AnalysisQuestion = z.output<typeof AnalysisQuery>;
type Answer = z.output<typeof Analysis>;
type Part = NonNullable<Answer["previous"]>;

export interface AnalysisRequest {
  readonly scope: Answer["scope"];
  readonly meters: readonly AnalysisMeterRow[];
  readonly timeZone: string;
  readonly floorAreaM2: number | null;
  readonly query: AnalysisQuestion;
  readonly now: Date;
  /** Heating degree days of each step, [from, to) as local dates of the steps. */
  readonly heatingKd?: ((localStarts: readonly string[], to: Date) => Promise<(number | null)[] | null>) | undefined;
}

/** The answer to a question about some meters, with the year before beside it where that is asked. */
export async function readAnalysis(db: Queryable, request: AnalysisRequest): Promise<Answer> {
  const { query, timeZone, scope, floorAreaM2, heatingKd } = request;
  refuseLongAnalysis(query);
  const { from, to } = await widenPeriod(db, { ...query, timeZone }, query.by);
  const { part, currency, factors } = await readPart(db, request, { from, to });
  const before = query.compare && (await yearBefore(db, { from, to, timeZone }, query.by));
  const previous = before === undefined ? undefined : await readPart(db, request, before);
  return {
    ...{ scope, timeZone, by: query.by, groupBy: query.groupBy, asOf: query.asOf ?? null, floorAreaM2 },
    currency: currency ?? previous?.currency ?? null,
    heatingKd: (await heatingKd?.(part.localStarts, to)) ?? null,
    ...part,
    previous: previous?.part ?? null,
    factors: usedFactors([...factors, ...(previous?.factors ?? [])]),
  };
}

export function refuseLongAnalysis({ from, to, by }: Pick<AnalysisQuestion, "from" | "to" | "by">): void {
  const days = (to.getTime() - from.getTime()) / 86_400_000;
  const longest = longestAnalysisDays[by];
  if (days <= longest) return;
  const detail = `By ${by} a period may have ${longest} days, this one has ${Math.ceil(days)}: shorten it or take a longer step.`;
  throw new ProblemError("period_too_long", detail, [
    { path: "query.to", message: `at most ${longest} days after \`from\`` },
  ]);
}

async function readPart(
  db: Queryable,
  { meters, query, timeZone, now }: AnalysisRequest,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<{ part: Part; currency: string | null; factors: readonly EnergyFactor[] }> {
  const { by, groupBy, asOf } = query;
  const steps = await listLocalStarts(db, { from, to, timeZone, by, now });
  const meterIds = meters.map(({ meterId }) => meterId);
  const cells = await readMeterCells(db, { meters, meterIds, from, to, timeZone, by, now, asOf });
  const starts = steps.map(({ start }) => start);
  const { series, total } = groupSeries(meters, cells, starts, groupBy);
  const part = { from, to, starts, localStarts: steps.map(localStart), series, total: totalOf(total) };
  return { part, currency: cells.currency, factors: cells.factors };
}

export function usedFactors(factors: readonly EnergyFactor[]): Answer["factors"] {
  const distinct = new Map(factors.map((factor) => [factor.id, factor]));
  return [...distinct.values()].map(({ id, kind, energy, value, year, source }) => ({
    id,
    kind,
    energy,
    value,
    year,
    source,
  }));
}

function localStart({ start, offsetMinutes }: LocalStartRow): string {
  const local = new Date(start.getTime() + offsetMinutes * 60_000).toISOString().slice(0, 19);
  const minutes = Math.abs(offsetMinutes);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${local}${offsetMinutes < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
