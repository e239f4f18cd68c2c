import { DeviceList, DeviceListQuery } from "@gtb/contracts/devices";
import { listDevices } from "@gtb/database/queries/list-devices";
import { namePosition, readNameCursor, toPage } from "../../page.ts";
import { route } from "../../route.ts";
import { devicesTable } from "./devices-table.ts";

export const listDevicesRoute = route({
  method: "GET",
  path: "/api/v1/devices",
  allow: "data:read",
  summary: "Devices by name with their health",
  query: DeviceListQuery,
  reply: DeviceList,
  table: devicesTable,
  handler: async ({ db, query: { limit, cursor, ...filter }, now }) => {
    const rows = await listDevices(db, { ...filter, after: readNameCursor(cursor), limit: limit + 1, now });
    return toPage(rows, limit, namePosition);
  },
});
