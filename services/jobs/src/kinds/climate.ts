import type { Connection } from "@gtb/database/pool";
import { listDirtyStationHours } from "@gtb/database/queries/list-dirty-station-hours";
import { lockStation } from "@gtb/database/queries/lock-station";
import { replaceSensorHours } from "@gtb/database/queries/replace-sensor-hours";
import { sumStationDays } from "@gtb/database/queries/sum-station-days";
import { advanceStage, findOutboxEnd, lockStage } from "@gtb/database/queries/take-reading-changes";
import type { JobKind } from "../runner/job-kind.ts";

const stage = "climate";
/** Of the outbox, in one transaction: a row is a stored batch. */
const rowsAtOnce = 200;

/**
 * Turns changed readings of outdoor sensors into hours and days of their stations: exactly the hours that the readings lie
 * in. Reads the outbox from where it stopped; cursor and hours are committed together.
 */
export const climateKind: JobKind = {
  kind: "climate",
  run: async (run) => {
    while (await run.transaction(computeNext));
    return undefined;
  },
};

async function computeNext(connection: Connection): Promise<boolean> {
  const position = await lockStage(connection, stage);
  const end = await findOutboxEnd(connection, position, rowsAtOnce);
  if (end === undefined) return false;
  for (const { stationId, ...hours } of await listDirtyStationHours(connection, position, end)) {
    const station = await lockStation(connection, stationId);
    if (station === undefined) continue;
    if ((await replaceSensorHours(connection, stationId, hours)) > 0) await sumStationDays(connection, station, hours);
  }
  await advanceStage(connection, stage, end);
  return true;
}
