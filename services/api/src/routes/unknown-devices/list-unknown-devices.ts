import { UnknownDeviceList, UnknownDeviceListQuery } from "@gtb/contracts/unknown-devices";
import { listUnknownDevices } from "@gtb/database/queries/list-unknown-devices";
import { z } from "zod";
import { readCursor, toPage } from "../../page.ts";
import { route } from "../../route.ts";

const Position = z.tuple([z.iso.datetime(), z.string().max(16)]);

export const listUnknownDevicesRoute = route({
  method: "GET",
  path: "/api/v1/unknown-devices",
  allow: "network:read",
  summary: "Devices that are heard and not declared, the last heard first",
  query: UnknownDeviceListQuery,
  reply: UnknownDeviceList,
  handler: async ({ db, query: { limit, cursor } }) => {
    const position = readCursor(cursor, Position);
    const after = position && { lastHeardText: position[0], devEui: position[1] };
    const rows = await listUnknownDevices(db, { after, limit: limit + 1 });
    return toPage(rows, limit, ({ lastHeardText, devEui }) => [lastHeardText, devEui]);
  },
});
