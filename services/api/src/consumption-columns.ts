import { type ConsumptionColumns, type ConsumptionStep, longestConsumptionDays } from "@gtb/contracts/consumption";
import type { Queryable } from "@gtb/database/pool";
import { type ConsumptionBucketRow, listConsumptionBuckets } from "@gtb/database/queries/list-consumption-buckets";
import { widenPeriod } from "@gtb/database/queries/widen-period";
import type { z } from "zod";
import { ProblemError } from "./problem-error.ts";

type Columns = z.output<typeof ConsumptionColumns>;

export interface ConsumptionRequest {
  readonly meterIds: readonly number[];
  /** uuid */
  readonly building: string;
  /** uuid; null: the building's */
  readonly meter: string | null;
  readonly timeZone: string;
  readonly from: Date;
  readonly to: Date;
  readonly by: ConsumptionStep;
  readonly now: Date;
}

/** Consumption of meters, one column a field. Refuse the period with `refuseLongPeriod` before. */
export async function readConsumption(db: Queryable, request: ConsumptionRequest): Promise<Columns> {
  const { meterIds, building, meter, timeZone, by, now } = request;
  const { from, to } = await widenPeriod(db, request, by);
  const rows = await listConsumptionBuckets(db, { meterIds, from, to, timeZone, by, now });
  const energies = [...Map.groupBy(rows, ({ energy }) => energy).values()];
  const starts = energies[0] ?? [];
  return {
    building,
    meter,
    timeZone,
    by,
    from,
    to,
    starts: starts.map(({ start }) => start),
    localStarts: starts.map(localStart),
    series: energies.flatMap(toSeries),
  };
}

/** Throws the problem `period_too_long` where the reply would be larger than anybody can look at. */
export function refuseLongPeriod({ from, to, by }: Pick<ConsumptionRequest, "from" | "to" | "by">): void {
  const days = (to.getTime() - from.getTime()) / 86_400_000;
  const longest = longestConsumptionDays[by];
  if (days <= longest) return;
  throw new ProblemError(
    "period_too_long",
    `By ${by} a period may have ${longest} days, this one has ${Math.ceil(days)}: shorten it or take a longer step.`,
    [{ path: "query.to", message: `at most ${longest} days after \`from\`` }],
  );
}

function toSeries(rows: readonly ConsumptionBucketRow[]): Columns["series"] {
  const [first] = rows;
  if (first === undefined) return [];
  return [
    {
      energy: first.energy,
      nativeUnit: first.nativeUnit,
      energyKwh: rows.map((row) => row.energyKwh),
      native: rows.map((row) => row.native),
      measuredShare: rows.map((row) => row.measuredShare),
      estimatedShare: rows.map((row) => row.estimatedShare),
      missingShare: rows.map((row) => row.missingShare),
    },
  ];
}

function localStart({ start, offsetMinutes }: ConsumptionBucketRow): string {
  const local = new Date(start.getTime() + offsetMinutes * 60_000).toISOString().slice(0, 19);
  const minutes = Math.abs(offsetMinutes);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${local}${offsetMinutes < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
