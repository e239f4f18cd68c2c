import type { FilledHour } from "@gtb/domain/energy/fill-missing-hours";
import type { Connection } from "../pool.ts";

export interface FillRequestRow {
  readonly registerId: number;
  readonly isVirtual: boolean;
  readonly fromMs: number;
  readonly toMs: number;
  readonly timeZone: string;
  readonly isWithdrawn: boolean;
}

/** A request to fill (inner id), locked: of two jobs for it one waits. Undefined when it is gone. */
export async function lockFillRequest(connection: Connection, requestId: number): Promise<FillRequestRow | undefined> {
  const { rows } = await connection.query<FillRequestRow>(
    `select f.register_id as "registerId", r.kind = 'virtual' as "isVirtual", extract(epoch from f.from_time)::float8 * 1000 as "fromMs",
            extract(epoch from f.to_time)::float8 * 1000 as "toMs", b.time_zone as "timeZone", f.withdrawn_at is not null as "isWithdrawn"
       from consumption_fill_request f
       join register r on r.id = f.register_id
       join meter m on m.id = r.meter_id
       join building b on b.id = m.building_id
      where f.id = $1 for update of r`,
    [requestId],
  );
  return rows[0];
}

/** Keeps what is filled in by a request; an hour that another request has filled keeps that. Resolves with how many came in. */
export async function insertFilledHours(
  connection: Connection,
  requestId: number,
  registerId: number,
  hours: readonly FilledHour[],
): Promise<number> {
  const { rowCount } = await connection.query(
    `insert into consumption_fill (register_id, hour, native, request_id)
     select $1, hour, native, $2 from unnest($3::timestamptz[], $4::float8[]) as h (hour, native) on conflict do nothing`,
    [registerId, requestId, hours.map(({ hourMs }) => new Date(hourMs)), hours.map(({ native }) => native)],
  );
  return rowCount ?? 0;
}

/** Takes a request's hours back. Resolves with how many there were. */
export async function deleteFilledHours(connection: Connection, requestId: number): Promise<number> {
  const { rowCount } = await connection.query("delete from consumption_fill where request_id = $1", [requestId]);
  return rowCount ?? 0;
}
