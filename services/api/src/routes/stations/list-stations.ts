import { StationList, StationListQuery } from "@gtb/contracts/climate";
import { getBuildingPlace } from "@gtb/database/queries/get-building-place";
import { listStations } from "@gtb/database/queries/list-stations";
import { distanceKm, type Place } from "@gtb/domain/climate/distance";
import { found } from "../../problem-error.ts";
import { route } from "../../route.ts";

export const listStationsRoute = route({
  method: "GET",
  path: "/api/v1/stations",
  allow: "data:read",
  summary: "Weather stations by name, or the nearest to a building first",
  query: StationListQuery,
  reply: StationList,
  handler: async ({ db, query, now }) => {
    const stations = await listStations(db, { organisation: query.organisation, now });
    const building = query.building === undefined ? undefined : await getBuildingPlace(db, query.building);
    if (query.building !== undefined) found(building, "building");
    const from = building && toPlace(building);
    const items = stations.map((station) => {
      const to = toPlace(station);
      return { ...station, distanceKm: from && to ? Math.round(distanceKm(from, to) * 10) / 10 : null };
    });
    const far = Number.POSITIVE_INFINITY;
    return { items: items.toSorted((a, b) => (a.distanceKm ?? far) - (b.distanceKm ?? far) || 0) };
  },
});

interface MaybePlace {
  readonly latitude: number | null;
  readonly longitude: number | null;
}

function toPlace({ latitude, longitude }: MaybePlace): Place | undefined {
  return latitude === null || longitude === null ? undefined : { latitude, longitude };
}
