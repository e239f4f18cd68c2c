import type { Connection } from "../pool.ts";

/** A message that cannot stand in the ledger; `time` is null where none could be read. */
export interface EventReject {
  readonly source: string;
  readonly eventType: string;
  readonly eventId: string;
  readonly time: Date | null;
  readonly receivedAt: Date;
  readonly topic: string;
  readonly devEui: string | null;
  readonly payload: Uint8Array;
  readonly reason: "unreadable" | "wrong_topic" | "time_in_future" | "time_too_old" | "too_large";
  readonly detail: string;
}

/** A value that was decoded but may not be a reading. */
export interface RejectedMeasurement {
  readonly devEui: string;
  readonly measurement: string;
  readonly time: Date;
  readonly value: number;
  readonly reason: "out_of_range" | "time_in_future" | "time_too_old";
  readonly sourceId: string;
  readonly uplinkTime: Date;
  readonly receivedAt: Date;
}

/** Keeps rejected messages, each once. */
export async function storeEventRejects(connection: Connection, rejects: readonly EventReject[]): Promise<void> {
  for (const r of rejects) {
    await connection.query(
      `insert into event_reject (source, event_type, event_id, time, received_at, topic, dev_eui, payload, reason, detail)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
      [r.source, r.eventType, r.eventId, r.time, r.receivedAt, r.topic, r.devEui, r.payload, r.reason, r.detail],
    );
  }
}

/** Keeps rejected values, each once. */
export async function storeRejectedMeasurements(
  connection: Connection,
  rejected: readonly RejectedMeasurement[],
): Promise<void> {
  if (rejected.length === 0) return;
  await connection.query(
    `insert into rejected_measurement (dev_eui, measurement, time, value, reason, source_id, uplink_time, received_at)
     select * from unnest($1::text[], $2::text[], $3::timestamptz[], $4::float8[], $5::text[], $6::uuid[], $7::timestamptz[], $8::timestamptz[])
     on conflict do nothing`,
    [
      rejected.map((r) => r.devEui),
      rejected.map((r) => r.measurement),
      rejected.map((r) => r.time),
      rejected.map((r) => r.value),
      rejected.map((r) => r.reason),
      rejected.map((r) => r.sourceId),
      rejected.map((r) => r.uplinkTime),
      rejected.map((r) => r.receivedAt),
    ],
  );
}
