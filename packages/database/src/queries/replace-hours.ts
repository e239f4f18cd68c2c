import type { HourlyConsumption } from "@gtb/domain/energy/hour-accumulator";
import { copyRows } from "../copy-rows.ts";
import type { Connection } from "../pool.ts";

export interface RegisterHour extends HourlyConsumption {
  readonly registerId: number;
}

const columns = "register_id, hour, native, energy_kwh, measured_share, estimated_share, missing_share, reasons";

/**
 * Moves stored hours to the history, with what they said and until when it was believed. What was computed while its
 * hour still ran said nothing of the hour yet and is not kept: live readings would fill the history six times over.
 */
export async function retireHours(
  connection: Connection,
  hours: readonly Pick<RegisterHour, "registerId" | "hourMs">[],
  reason: string,
): Promise<void> {
  if (hours.length === 0) return;
  const times = hours.map(({ hourMs }) => hourMs);
  await connection.query(
    `with gone as (
       delete from consumption c using unnest($1::bigint[], $2::timestamptz[]) as h (register_id, hour)
        where c.register_id = h.register_id and c.hour = h.hour and c.hour between $3 and $4
       returning c.*)
     insert into consumption_history (${columns}, known, reason)
     select ${columns}, tstzrange(known_since, greatest(now(), known_since), '[]'), $5
       from gone where known_since >= hour + interval '1 hour'`,
    [
      hours.map(({ registerId }) => registerId),
      times.map((time) => new Date(time)),
      new Date(times.reduce((a, b) => Math.min(a, b))),
      new Date(times.reduce((a, b) => Math.max(a, b))),
      reason,
    ],
  );
}

/** Stores hours of which none is there: one COPY. */
export async function insertHours(connection: Connection, hours: readonly RegisterHour[]): Promise<void> {
  if (hours.length === 0) return;
  const rows = Buffer.from(hours.map(toCopyLine).join(""));
  await copyRows(connection, `copy consumption (${columns}) from stdin`, rows);
}

/** A line in the text format of COPY. JavaScript writes numbers so that they read back to the same bits. */
function toCopyLine(hour: RegisterHour): string {
  const shares = `${hour.measuredShare}\t${hour.estimatedShare}\t${hour.missingShare}\t${hour.reasons}`;
  return `${hour.registerId}\t${new Date(hour.hourMs).toISOString()}\t${hour.native ?? "\\N"}\t${hour.energyKwh ?? "\\N"}\t${shares}\n`;
}
