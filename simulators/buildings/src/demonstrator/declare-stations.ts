import type { Connection, Pool } from "@gtb/database/pool";
import { assignStation } from "@gtb/database/queries/assign-station";
import { insertStation } from "@gtb/database/queries/insert-station";
import { insertStationSensor } from "@gtb/database/queries/insert-station-sensor";
import { listOutdoorPoints, type OutdoorPointRow } from "@gtb/database/queries/list-outdoor-points";
import { lockForTransaction } from "@gtb/database/queries/lock-for-transaction";
import { inTransaction } from "@gtb/database/transaction";
import { demonstratorBuildings } from "./buildings.ts";
import { type PointIds, pointKey } from "./declare-building.ts";
import type { DemonstratorBuilding } from "./demonstrator-plan.ts";

/** Shown with the figures: what the simulated weather is made from (data/README.md). */
const source = "Simulation d’après openeemeter/eemeter (Apache-2.0)";

interface PlacedBuilding {
  readonly plan: DemonstratorBuilding;
  readonly outdoor: OutdoorPointRow;
}

/**
 * Makes the outdoor sensor of the first building in each commune a weather station, and gives it to the buildings there
 * that never had one: what somebody chose since stays. Safe to repeat; resolves with how many stations were added.
 */
export async function declareStations(pool: Pool, points: PointIds): Promise<number> {
  return inTransaction(pool, async (connection) => {
    await lockForTransaction(connection, "demonstrator");
    let added = 0;
    for (const place of Map.groupBy(await readPlaces(connection, points), communeOf).values()) {
      const [first] = place;
      if (first === undefined) continue;
      const station = first.outdoor.station ?? (await addStation(connection, first));
      if (first.outdoor.station === null) added++;
      for (const { outdoor } of place) {
        if (!outdoor.assigned) await assignStation(connection, { building: outdoor.building, station, from: null });
      }
    }
    return added;
  });
}

const communeOf = ({ plan }: PlacedBuilding) => plan.communeCode;

async function readPlaces(connection: Connection, points: PointIds): Promise<PlacedBuilding[]> {
  const planned = demonstratorBuildings.flatMap((plan) => {
    const point = points.get(pointKey(`${plan.key}/outdoor`, "temperature1"));
    return point === undefined ? [] : [{ plan, point }];
  });
  const rows = await listOutdoorPoints(
    connection,
    planned.map(({ point }) => point),
  );
  const rowOf = new Map(rows.map((row) => [row.point, row]));
  return planned.flatMap(({ plan, point }) => {
    const outdoor = rowOf.get(point);
    return outdoor === undefined ? [] : [{ plan, outdoor }];
  });
}

async function addStation(connection: Connection, { plan, outdoor }: PlacedBuilding): Promise<string> {
  const { communeCode, name, latitude, longitude } = plan;
  const station = await insertStation(connection, {
    organisation: outdoor.organisation,
    code: `SIM-${communeCode}`,
    name: `${name} — façade nord`,
    latitude,
    longitude,
    kind: "sensor",
    source,
    timeZone: "Europe/Paris",
  });
  if (station === undefined || !(await insertStationSensor(connection, station, outdoor.point)))
    throw new Error(`Demonstrator: no station in ${communeCode}`);
  return station;
}
