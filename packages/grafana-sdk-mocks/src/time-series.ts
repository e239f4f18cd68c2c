import type { Fill } from "./fill.ts";
import { fillMissing } from "./fill-missing.ts";
import { type Cell, type Column, type Frame, rowCount } from "./frame.ts";
import type { TimeRange } from "./time-range.ts";

/**
 * What Grafana makes of a query in time series format: one column of times and one of numbers a series, named by the
 * text columns of its rows. Throws where Grafana refuses the result (no time column, times that are null or not
 * ascending, a value that is no number), and where two rows claim one place, of which Grafana would silently drop one.
 * Source: sqleng/sql_engine.go, processFrame; grafana-plugin-sdk-go, data.LongToWide.
 */
export function toTimeSeries(frame: Frame, range: TimeRange, fill?: Fill): Frame {
  if (rowCount(frame) === 0) return { columns: [] };
  const timeColumn = frame.columns.find(({ name }) => name === "time");
  if (timeColumn === undefined) throw new Error("db has no time column: time column is missing");
  const times = readTimes(timeColumn);
  const others = frame.columns.filter((column) => column !== timeColumn);
  const labels = others.filter(({ type }) => type === "string");
  const values = others.filter(({ type }) => type !== "string").map(toNumbers);
  if (values.length === 0) throw new Error("no column of numbers: nothing to draw");
  const series = labels.length === 0 ? oneRowEach(times, values) : longToWide(times, labels, values);
  return fill === undefined ? series : fillMissing(series, fill, range);
}

function readTimes({ cells }: Column): readonly Date[] {
  const times = cells.map(readTime);
  times.forEach((time, index) => {
    const before = times[index - 1];
    if (before !== undefined && time < before) throw new Error("the times are not ascending: order by time");
  });
  return times;
}

/** Numbers are epochs: seconds when they have ten digits, nanoseconds when nineteen, else milliseconds. */
function readTime(cell: Cell): Date {
  if (cell instanceof Date) return cell;
  if (cell === null) throw new Error("a time is null");
  if (typeof cell !== "number") throw new Error("unable to convert data to a time field");
  const digits = cell === 0 ? 0 : Math.floor(Math.log10(Math.abs(cell)));
  if (digits === 9) return new Date(cell * 1000);
  return new Date(digits === 18 ? cell / 1_000_000 : cell);
}

function toNumbers({ name, type, cells }: Column): Column {
  if (type === "json" || type === "time") throw new Error(`column ${name}: convert value to float failed`);
  return { name, type: "number", cells: cells.map((cell) => (cell === null ? null : Number(cell))) };
}

function oneRowEach(times: readonly Date[], values: readonly Column[]): Frame {
  if (new Set(times.map(Number)).size < times.length) throw new Error("two rows have the same time");
  return { columns: [{ name: "Time", type: "time", cells: times }, ...values] };
}

interface Series {
  readonly name: string;
  readonly key: string;
  readonly cellByTime: Map<number, Cell>;
}

function longToWide(times: readonly Date[], labels: readonly Column[], values: readonly Column[]): Frame {
  const allSeries = new Map<string, Series>();
  times.forEach((time, row) => {
    for (const value of values) {
      const series = seriesOf(allSeries, value, labels, row, values.length === 1);
      if (series.cellByTime.has(time.getTime())) throw new Error(`two rows of ${series.name} have the same time`);
      series.cellByTime.set(time.getTime(), value.cells[row] ?? null);
    }
  });
  const distinct = [...new Set(times.map(Number))];
  const sorted = [...allSeries.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    columns: [
      { name: "Time", type: "time", cells: distinct.map((ms) => new Date(ms)) },
      ...sorted.map(
        ({ name, cellByTime }): Column => ({
          name,
          type: "number",
          cells: distinct.map((ms) => cellByTime.get(ms) ?? null),
        }),
      ),
    ],
  };
}

/** One text column called `metric` beside one value names its series; otherwise labels stand behind the value's name. */
function seriesOf(
  known: Map<string, Series>,
  value: Column,
  labels: readonly Column[],
  row: number,
  onlyValue: boolean,
): Series {
  const pairs = labels.map(({ name, cells }) => [name, String(cells[row] ?? "")] as const);
  const key = JSON.stringify([pairs.map(([, label]) => label), value.name]);
  const found = known.get(key);
  if (found !== undefined) return found;
  const named = onlyValue && pairs.length === 1 && pairs[0]?.[0] === "metric";
  const written = pairs.map(([label, text]) => `${label}="${text}"`).join(", ");
  const name = named ? (pairs[0]?.[1] ?? "") : `${value.name} {${written}}`;
  const series = { name, key, cellByTime: new Map<number, Cell>() };
  known.set(key, series);
  return series;
}
