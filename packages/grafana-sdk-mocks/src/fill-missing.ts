import type { Fill } from "./fill.ts";
import { type Cell, type Frame, rowCount } from "./frame.ts";
import type { TimeRange } from "./time-range.ts";

/**
 * Puts a wide frame on the grid of its buckets over the whole range: a bucket takes the last row in (bucket − interval,
 * bucket], and where there is none what the fill says. The grid starts at the range's start rounded down in epoch time.
 * Source: sqleng/sql_engine.go, applyFill; grafana-plugin-sdk-go, sqlutil.ResampleWideFrame.
 */
export function fillMissing(frame: Frame, fill: Fill, { from, to }: TimeRange): Frame {
  const [timeColumn, ...values] = frame.columns;
  if (timeColumn === undefined || rowCount(frame) === 0) return frame;
  const times = timeColumn.cells.map(Number);
  const grid: number[] = [];
  const start = Math.floor(from.getTime() / fill.intervalMs) * fill.intervalMs;
  for (let time = start; time <= to.getTime(); time += fill.intervalMs) grid.push(time);
  const rows = lastRowsUpTo(times, grid);
  return {
    columns: [
      { name: timeColumn.name, type: "time", cells: grid.map((time) => new Date(time)) },
      ...values.map(({ name, cells }) => ({
        name,
        type: "number" as const,
        cells: grid.map((time, index): Cell => {
          const row = rows[index] ?? -1;
          const isInBucket = row >= 0 && (times[row] ?? Number.NaN) > time - fill.intervalMs;
          return isInBucket ? (cells[row] ?? null) : missingCell(fill, cells, row);
        }),
      })),
    ],
  };
}

/** For each time of the grid the last row at or before it, −1 where there is none. */
function lastRowsUpTo(times: readonly number[], grid: readonly number[]): readonly number[] {
  let row = -1;
  return grid.map((time) => {
    while ((times[row + 1] ?? Number.POSITIVE_INFINITY) <= time) row += 1;
    return row;
  });
}

function missingCell(fill: Fill, cells: readonly Cell[], lastRow: number): Cell {
  if (fill.mode === "value") return fill.value;
  return fill.mode === "previous" && lastRow >= 0 ? (cells[lastRow] ?? null) : null;
}
