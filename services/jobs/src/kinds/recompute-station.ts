import { getSensorExtent } from "@gtb/database/queries/get-sensor-extent";
import { lockStation } from "@gtb/database/queries/lock-station";
import { replaceSensorHours } from "@gtb/database/queries/replace-sensor-hours";
import { sumStationDays } from "@gtb/database/queries/sum-station-days";
import { z } from "zod";
import type { JobKind } from "../runner/job-kind.ts";
import { readPayload } from "../runner/read-payload.ts";

const payloadSchema = z.object({ stationId: z.int().positive() });
const hourMs = 3_600_000;
/** Hours are computed in parts of so long, a transaction each. */
const partMs = 90 * 24 * hourMs;

/**
 * Computes a station's hours from all readings of its sensor: it has just become one, or another. Hours before the oldest
 * reading that is kept stay as they are.
 */
export const recomputeStationKind: JobKind = {
  kind: "recompute-station",
  run: async (run, job) => {
    const { stationId } = readPayload(payloadSchema, job);
    const extent = await getSensorExtent(run.pool, stationId);
    if (extent === undefined) return "Aucun relevé pour l’instant.";
    let changed = 0;
    const startMs = Math.floor(extent.firstMs / hourMs) * hourMs;
    const endMs = Math.floor(extent.lastMs / hourMs) * hourMs + hourMs;
    for (let fromMs = startMs; fromMs < endMs; fromMs += partMs) {
      const hours = { fromMs, toMs: Math.min(endMs, fromMs + partMs) };
      changed += await run.transaction(async (connection) => {
        const station = await lockStation(connection, stationId);
        if (station === undefined) return 0;
        const count = await replaceSensorHours(connection, stationId, hours);
        if (count > 0) await sumStationDays(connection, station, hours);
        return count;
      });
    }
    return `${changed} heure(s) changée(s)`;
  },
};
