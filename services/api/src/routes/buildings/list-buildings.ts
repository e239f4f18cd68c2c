import { BuildingList, BuildingListQuery } from "@gtb/contracts/buildings";
import { listBuildingWeeks } from "@gtb/database/queries/list-building-weeks";
import { listBuildings } from "@gtb/database/queries/list-buildings";
import { listLastReadingTimes } from "@gtb/database/queries/list-last-reading-times";
import { latestSince } from "../../latest-since.ts";
import { namePosition, readNameCursor, toPage } from "../../page.ts";
import { route } from "../../route.ts";
import { toWeekComparisons } from "./week-comparison.ts";

export const listBuildingsRoute = route({
  method: "GET",
  path: "/api/v1/buildings",
  allow: "data:read",
  summary: "Buildings with this week's consumption against last week's",
  query: BuildingListQuery,
  reply: BuildingList,
  handler: async ({ db, query: { limit, cursor, ...filter }, now }) => {
    const rows = await listBuildings(db, { ...filter, after: readNameCursor(cursor), limit: limit + 1, now });
    const { items, nextCursor } = toPage(rows, limit, namePosition);
    const ids = items.map(({ id }) => id);
    const weeks = toWeekComparisons(await listBuildingWeeks(db, ids, now));
    const lastReadings = await listLastReadingTimes(db, ids, latestSince(now));
    return {
      items: items.map((building) => ({
        ...building,
        weeks: weeks.get(building.id) ?? [],
        lastReadingAt: lastReadings.get(building.id) ?? null,
      })),
      nextCursor,
    };
  },
});
