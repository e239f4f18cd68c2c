import type { Queryable } from "../pool.ts";

export type ConsumptionStep = "hour" | "day" | "week" | "month" | "year";

export interface LocalPeriod {
  readonly from: Date;
  readonly to: Date;
  readonly timeZone: string;
}

/** The period widened to whole local hours, days, weeks, months or years. Touches no table. */
export async function widenPeriod(
  db: Queryable,
  { from, to, timeZone }: LocalPeriod,
  by: ConsumptionStep,
): Promise<{ from: Date; to: Date }> {
  const { rows } = await db.query<{ from: Date; to: Date }>(
    `select date_trunc($3, $1::timestamptz, $4) as from,
            date_add(date_trunc($3, $2::timestamptz - interval '1 microsecond', $4), ('1 ' || $3)::interval, $4) as to`,
    [from, to, by, timeZone],
  );
  const [widened] = rows;
  if (widened === undefined) throw new Error("a select without a table returned no row");
  return widened;
}
