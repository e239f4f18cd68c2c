import { getLastStationHour } from "@gtb/database/queries/get-last-station-hour";
import { type LockedStation, lockStation } from "@gtb/database/queries/lock-station";
import type { StationHour } from "@gtb/database/queries/store-station-hours";
import { z } from "zod";
import { fetchTemperatures, type OpenMeteoSettings } from "../climate/open-meteo.ts";
import { writeHours } from "../climate/write-hours.ts";
import { type JobKind, PermanentError } from "../runner/job-kind.ts";
import type { JobRun } from "../runner/job-run.ts";
import { readPayload } from "../runner/read-payload.ts";

const payloadSchema = z.object({ stationId: z.int().positive() });
const dayMs = 24 * 3_600_000;
/** A station begins with so much of the past: what a baseline of savings takes, and the year after it. */
const pastDays = 2 * 366;
/** The archive is about five days behind, and revised for some days after: from there on the forecast's own past counts. */
const archiveLagDays = 10;

/** Fetches the hours of a station's place since those that it has, at most to the last full hour. Off without `settings`. */
export function fetchWeatherKind(settings: OpenMeteoSettings | undefined): JobKind {
  return {
    kind: "fetch-weather",
    run: async (run, job) => {
      if (settings === undefined)
        throw new PermanentError("La météo en ligne n’est pas activée sur cette plateforme (GTB_WEATHER=open-meteo).");
      const { stationId } = readPayload(payloadSchema, job);
      const station = await run.transaction((connection) => lockStation(connection, stationId));
      if (station === undefined) throw new PermanentError("Cette station n’existe plus.");
      const hours = await fetchHours(run, station, settings);
      const changed = await run.transaction(async (connection) => {
        const locked = await lockStation(connection, stationId);
        return locked === undefined ? 0 : writeHours(connection, locked, hours);
      });
      return `${hours.length} heure(s) reçue(s), ${changed} changée(s)`;
    },
  };
}

async function fetchHours(
  run: JobRun,
  { id, latitude, longitude }: LockedStation,
  { archiveUrl, forecastUrl }: OpenMeteoSettings,
): Promise<StationHour[]> {
  if (latitude === null || longitude === null) throw new PermanentError("La station n’a pas de coordonnées.");
  const nowMs = Date.now();
  const lastMs = (await getLastStationHour(run.pool, id))?.getTime() ?? nowMs - pastDays * dayMs;
  const borderMs = nowMs - archiveLagDays * dayMs;
  // What the forecast said is replaced by the archive's once that has it.
  const fromMs = Math.min(lastMs, borderMs - archiveLagDays * dayMs);
  const place = { latitude, longitude };
  const past = { ...place, from: dateOf(fromMs), to: dateOf(borderMs - dayMs) };
  const recent = { ...place, from: dateOf(borderMs), to: dateOf(nowMs) };
  const hours = [
    ...(await fetchTemperatures(archiveUrl, past, run.signal)),
    ...(await fetchTemperatures(forecastUrl, recent, run.signal)),
  ];
  return hours.filter(({ hourMs }) => hourMs <= nowMs);
}

function dateOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
