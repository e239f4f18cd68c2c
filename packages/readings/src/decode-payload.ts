import type { ReadingRow } from "@gtb/database/queries/merge-readings";
import type { LedgerOutcome } from "@gtb/database/queries/store-ledger";
import type { RejectedMeasurement } from "@gtb/database/queries/store-rejects";
import { DecodeError } from "@gtb/devices/decode-error";
import { decodeUplink } from "@gtb/devices/decode-uplink";
import type { DecodedMeasurement } from "@gtb/devices/device-type";
import { holdingAt, type RegisteredDevice, type Registry } from "./registry.ts";
import { timeFault } from "./time-bounds.ts";

/** An uplink as the ledger keeps it: enough to decode it, today or after a correction. */
export interface HeardPayload {
  readonly eventId: string;
  readonly devEui: string;
  readonly time: Date;
  readonly receivedAt: Date;
  readonly fPort: number;
  readonly data: Uint8Array;
  readonly encrypted: boolean;
}

export interface DecodedPayload {
  readonly outcome: LedgerOutcome;
  readonly outcomeDetail: string | null;
  readonly codecVersionId: number | null;
  readonly readings: ReadingRow[];
  readonly rejected: RejectedMeasurement[];
}

/**
 * What one uplink means under a registry: its readings, and each value that may not become one with its reason.
 * Never throws for what a device sent: an undecodable payload is an outcome.
 */
export function decodePayload(registry: Registry, payload: HeardPayload): DecodedPayload {
  const device = registry.devices.get(payload.devEui);
  if (device === undefined) return without("unknown_device", null);
  if (payload.encrypted) return without("encrypted", "The payload is encrypted for another application server");
  const codecVersionId = holdingAt(device.codecs, payload.time)?.id ?? null;
  try {
    const { measurements } = decodeUplink(device.type, {
      fPort: payload.fPort,
      bytes: payload.data,
      time: payload.time,
    });
    return assign(device, payload, codecVersionId, measurements);
  } catch (error) {
    return { ...without("undecodable", describe(error)), codecVersionId };
  }
}

function assign(
  device: RegisteredDevice,
  payload: HeardPayload,
  codecVersionId: number | null,
  measurements: readonly DecodedMeasurement[],
): DecodedPayload {
  const readings: ReadingRow[] = [];
  const rejected: RejectedMeasurement[] = [];
  for (const measurement of measurements) {
    const reason = faultOf(device, payload, measurement);
    if (reason !== undefined) {
      rejected.push(reject(payload, measurement, reason));
      continue;
    }
    // A measurement that goes to no point is none of the building's values: the ledger keeps it in the payload.
    const pointId = holdingAt(device.assignments.get(measurement.name), measurement.time)?.pointId;
    if (pointId === undefined) continue;
    readings.push({ pointId, time: measurement.time, value: measurement.value, quality: 0, sourceId: payload.eventId });
  }
  const outcome = rejected.length > 0 ? "partly_rejected" : measurements.length > 0 ? "decoded" : "no_measurement";
  return { outcome, outcomeDetail: null, codecVersionId, readings, rejected };
}

function faultOf(
  device: RegisteredDevice,
  payload: HeardPayload,
  measurement: DecodedMeasurement,
): RejectedMeasurement["reason"] | undefined {
  const definition = device.type.measurements[measurement.name];
  if (definition !== undefined && (measurement.value < definition.min || measurement.value > definition.max))
    return "out_of_range";
  return timeFault(measurement.time, payload.receivedAt);
}

function reject(
  payload: HeardPayload,
  { name, time, value }: DecodedMeasurement,
  reason: RejectedMeasurement["reason"],
): RejectedMeasurement {
  return {
    devEui: payload.devEui,
    measurement: name,
    time,
    value,
    reason,
    sourceId: payload.eventId,
    uplinkTime: payload.time,
    receivedAt: payload.receivedAt,
  };
}

/** A decoder throws only DecodeError, as the catalogue's suite proves; should one fail otherwise, the batch still goes through. */
function describe(error: unknown): string {
  return error instanceof DecodeError ? error.message : `The decoder itself failed: ${String(error)}`;
}

function without(outcome: LedgerOutcome, outcomeDetail: string | null): DecodedPayload {
  return { outcome, outcomeDetail, codecVersionId: null, readings: [], rejected: [] };
}
