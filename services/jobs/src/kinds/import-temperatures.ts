import type { Connection } from "@gtb/database/pool";
import { deleteStationFileContent } from "@gtb/database/queries/delete-station-file-content";
import { type LockedStation, lockStation } from "@gtb/database/queries/lock-station";
import { readStationFile } from "@gtb/database/queries/read-station-file";
import { storeStationDays } from "@gtb/database/queries/store-station-days";
import { z } from "zod";
import { type ReadTemperatures, readTemperatureFile } from "../climate/temperature-file.ts";
import { writeHours } from "../climate/write-hours.ts";
import { type JobKind, PermanentError } from "../runner/job-kind.ts";
import type { JobRun } from "../runner/job-run.ts";
import { readPayload } from "../runner/read-payload.ts";

const payloadSchema = z.object({ fileId: z.int().positive() });
/** Hours stored in one transaction: about half a year. */
const hoursAtOnce = 4_392;

/**
 * Reads a file of temperatures that a person sent for a station. What is so already stays, so sending it again changes
 * nothing; cut off, it begins again. Its message tells each line that could not be used.
 */
export const importTemperaturesKind: JobKind = {
  kind: "import-temperatures",
  run: async (run, job) => {
    const { fileId } = readPayload(payloadSchema, job);
    const file = await readStationFile(run.pool, fileId);
    if (file === undefined) throw new PermanentError("Ce fichier n’est plus là : envoyez-le à nouveau.");
    const message = await importFile(run, file).catch(async (error: unknown) => {
      if (error instanceof PermanentError)
        await run.transaction((connection) => deleteStationFileContent(connection, fileId));
      throw error;
    });
    await run.transaction((connection) => deleteStationFileContent(connection, fileId));
    return message;
  },
};

async function importFile(
  run: JobRun,
  { stationId, content }: { readonly stationId: number; readonly content: string },
): Promise<string> {
  const station = await run.transaction((connection) => lockStation(connection, stationId));
  if (station === undefined) throw new PermanentError("Cette station n’existe plus.");
  const read = await readTemperatureFile(content, station.code);
  return [await store(run, station, read), read.report].filter((part) => part !== "").join("\n");
}

async function store(run: JobRun, station: LockedStation, { hours, days }: ReadTemperatures): Promise<string> {
  const total = hours.length + days.length;
  let changed = 0;
  for (let at = 0; at < hours.length; at += hoursAtOnce) {
    const part = hours.slice(at, at + hoursAtOnce);
    changed += await underLock(run, station, async (connection) => {
      await run.progress(at + part.length, total, connection);
      return writeHours(connection, station, part);
    });
  }
  if (days.length > 0)
    changed += await underLock(run, station, (connection) => storeStationDays(connection, station, station.kind, days));
  await run.progress(total, total);
  const known = [
    ...(hours.length > 0 ? [`${hours.length} heure(s)`] : []),
    ...(days.length > 0 ? [`${days.length} jour(s)`] : []),
  ];
  return `${known.join(" et ") || "Rien"} lu(s), ${changed} changé(s)`;
}

function underLock<T>(run: JobRun, { id }: LockedStation, work: (connection: Connection) => Promise<T>): Promise<T> {
  return run.transaction(async (connection) => {
    await lockStation(connection, id);
    return work(connection);
  });
}
