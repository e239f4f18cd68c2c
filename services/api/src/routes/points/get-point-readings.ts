import { PointParams } from "@gtb/contracts/points";
import { mostReadings, ReadingColumns, ReadingQuery } from "@gtb/contracts/readings";
import { mostTableRows } from "@gtb/contracts/table-format";
import type { Queryable } from "@gtb/database/pool";
import { countReadings } from "@gtb/database/queries/count-readings";
import { getPoint, type PointKind, type PointRow } from "@gtb/database/queries/get-point";
import {
  listReadingBuckets,
  type ReadingAggregate,
  type ReadingBucket,
} from "@gtb/database/queries/list-reading-buckets";
import { listReadings, listReadingsAsOf, type StoredReadingRow } from "@gtb/database/queries/list-readings";
import { isEstimatedAtSource, isSuspect } from "@gtb/domain/energy/reading-quality";
import type { z } from "zod";
import { found, ProblemError } from "../../problem-error.ts";
import { route } from "../../route.ts";
import { readingsTable } from "./readings-table.ts";

type Columns = z.output<typeof ReadingColumns>;
type Query = z.output<typeof ReadingQuery>;

export const getPointReadingsRoute = route({
  method: "GET",
  path: "/api/v1/points/:pointId/readings",
  allow: "data:read",
  summary: "A point's readings, as stored or by bucket, one column a field",
  params: PointParams,
  query: ReadingQuery,
  reply: ReadingColumns,
  table: readingsTable,
  handler: async ({ db, params, query, asFile }) => {
    const point = found(await getPoint(db, params.pointId), "point");
    const most = asFile ? mostTableRows.xlsx : mostReadings;
    return query.bucket === undefined
      ? readStored(db, point, query, most)
      : readBuckets(db, point, { ...query, bucket: query.bucket }, most);
  },
});

async function readStored(db: Queryable, point: PointRow, query: Query, most: number): Promise<Columns> {
  const period = { point: point.id, from: query.from, to: query.to };
  const count = await countReadings(db, period, most + 1);
  if (count > most) {
    throw tooMany(`The period holds more than ${most} readings: shorten it, or ask for a \`bucket\`.`);
  }
  const { asOf } = query;
  const rows = await (asOf === undefined ? listReadings(db, period) : listReadingsAsOf(db, { ...period, asOf }));
  return {
    ...describe(point),
    bucket: null,
    aggregate: null,
    times: rows.map(({ time }) => time),
    values: rows.map(({ value }) => value),
    flags: rows.map(flagsOf),
  };
}

function flagsOf({ quality, sourceKind }: StoredReadingRow): NonNullable<Columns["flags"]>[number] {
  return [
    ...(isSuspect(quality) ? (["void"] as const) : sourceKind === "correction" ? (["corrected"] as const) : []),
    ...(isEstimatedAtSource(quality) ? (["estimated"] as const) : []),
  ];
}

const bucketMs: Readonly<Record<ReadingBucket, number>> = { "10m": 600_000, "1h": 3_600_000, "1d": 86_400_000 };
const usualAggregate: Readonly<Record<PointKind, ReadingAggregate>> = {
  gauge: "mean",
  counter: "last",
  state: "last",
  event: "sum",
};

async function readBuckets(
  db: Queryable,
  point: PointRow,
  query: Query & { readonly bucket: ReadingBucket },
  most: number,
): Promise<Columns> {
  const { bucket } = query;
  const count = Math.ceil((query.to.getTime() - query.from.getTime()) / bucketMs[bucket]);
  if (count > most) {
    throw tooMany(
      `The period holds ${count} buckets of ${bucket}, at most ${most} are given: shorten it, or take a longer bucket.`,
    );
  }
  const aggregate = query.aggregate ?? usualAggregate[point.kind];
  const { timeZone } = point;
  const period = { point: point.id, from: query.from, to: query.to };
  const rows = await listReadingBuckets(db, { ...period, bucket, aggregate, timeZone });
  return {
    ...describe(point),
    bucket,
    aggregate,
    times: rows.map(({ start }) => start),
    values: rows.map(({ value }) => value),
    min: rows.map(({ min }) => min),
    max: rows.map(({ max }) => max),
    counts: rows.map((row) => row.count),
  };
}

function describe({ id, quantity, unit, kind, timeZone }: PointRow) {
  return { point: id, quantity, unit, kind, timeZone };
}

function tooMany(detail: string): ProblemError {
  return new ProblemError("too_many_values", detail, [{ path: "query.to", message: "shorten the period" }]);
}
