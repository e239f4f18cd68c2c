import type { Pool } from "@gtb/database/pool";
import { loadRegistry, type RegistryRows } from "@gtb/database/queries/load-registry";
import { inSnapshot } from "@gtb/database/transaction";
import { catalogue } from "@gtb/devices/catalogue";
import type { DeviceType } from "@gtb/devices/device-type";

interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

interface Assignment extends Span {
  readonly pointId: number;
}

interface CodecVersion extends Span {
  readonly id: number;
}

export interface RegisteredDevice {
  readonly id: number;
  readonly type: DeviceType;
  readonly codecs: readonly CodecVersion[];
  readonly assignments: ReadonlyMap<string, readonly Assignment[]>;
}

/** Which device speaks which type, and where its measurements go, as of one registry version. */
export interface Registry {
  readonly version: number;
  readonly devices: ReadonlyMap<string, RegisteredDevice>;
}

/** Reads the registry as one consistent picture. */
export async function readRegistry(pool: Pool): Promise<Registry> {
  return buildRegistry(await inSnapshot(pool, loadRegistry), catalogue);
}

/** A device whose type this version does not know is left out: its uplinks stay in the ledger until it does. */
export function buildRegistry(rows: RegistryRows, types: readonly DeviceType[]): Registry {
  const typeById = new Map(types.map((type) => [type.id, type]));
  const codecsByType = groupBy(rows.codecs, (row) => row.deviceTypeId);
  const assignmentsByDevice = groupBy(rows.assignments, (row) => row.deviceId);
  const devices = new Map<string, RegisteredDevice>();
  for (const device of rows.devices) {
    const type = typeById.get(device.deviceTypeId);
    if (type === undefined) continue;
    const byMeasurement = groupBy(assignmentsByDevice.get(device.id) ?? [], (row) => row.measurement);
    devices.set(device.devEui, {
      id: device.id,
      type,
      codecs: (codecsByType.get(device.deviceTypeId) ?? []).map((row) => ({ id: row.id, ...toSpan(row) })),
      assignments: new Map(
        [...byMeasurement].map(([name, list]) => [name, list.map((row) => ({ pointId: row.pointId, ...toSpan(row) }))]),
      ),
    });
  }
  return { version: rows.version, devices };
}

/** What holds at a time: spans do not overlap and their end is excluded. */
export function holdingAt<T extends Span>(spans: readonly T[] | undefined, time: Date): T | undefined {
  if (spans === undefined) return undefined;
  const at = time.getTime();
  for (const span of spans) if (span.fromMs <= at && at < span.toMs) return span;
  return undefined;
}

function toSpan({ from, to }: { from: Date | null; to: Date | null }): Span {
  return { fromMs: from?.getTime() ?? Number.NEGATIVE_INFINITY, toMs: to?.getTime() ?? Number.POSITIVE_INFINITY };
}

function groupBy<K, T>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  return Map.groupBy(rows, keyOf);
}
