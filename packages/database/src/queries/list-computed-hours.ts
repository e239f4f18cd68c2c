import type { HourlyConsumption } from "@gtb/domain/energy/hour-accumulator";
import type { Connection } from "../pool.ts";
import type { ConsumptionWindow } from "./widen-dirty-ranges.ts";

type Row = [
  window: number,
  hourMs: number,
  native: number | null,
  energyKwh: number | null,
  measured: number,
  estimated: number,
  missing: number,
  reasons: number,
];

/** What is stored for each window's hours, in order. */
export async function listComputedHours(
  connection: Connection,
  windows: readonly ConsumptionWindow[],
): Promise<HourlyConsumption[][]> {
  const hours: HourlyConsumption[][] = windows.map(() => []);
  if (windows.length === 0) return hours;
  const { rows } = await connection.query<Row>({
    rowMode: "array",
    text: `select w.place::int4, (extract(epoch from c.hour) * 1000)::float8, c.native, c.energy_kwh,
                  c.measured_share, c.estimated_share, c.missing_share, c.reasons
             from unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[]) with ordinality as w (register_id, "from", "to", place)
             join consumption c on c.register_id = w.register_id and c.hour >= w."from" and c.hour < w."to"
            where c.hour >= $4 and c.hour < $5
            order by w.place, c.hour`,
    values: [
      windows.map(({ registerId }) => registerId),
      windows.map(({ hoursFromMs }) => new Date(hoursFromMs)),
      windows.map(({ hoursToMs }) => new Date(hoursToMs)),
      new Date(Math.min(...windows.map(({ hoursFromMs }) => hoursFromMs))),
      new Date(Math.max(...windows.map(({ hoursToMs }) => hoursToMs))),
    ],
  });
  for (const [place, hourMs, native, energyKwh, measuredShare, estimatedShare, missingShare, reasons] of rows) {
    hours[place - 1]?.push({ hourMs, native, energyKwh, measuredShare, estimatedShare, missingShare, reasons });
  }
  return hours;
}
