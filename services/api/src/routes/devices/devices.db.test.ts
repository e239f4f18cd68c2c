import type { BuildingDetail } from "@gtb/contracts/buildings";
import type { DeviceDetail, DeviceList } from "@gtb/contracts/devices";
import type { Problem } from "@gtb/contracts/problem";
import type { UnknownDeviceList } from "@gtb/contracts/unknown-devices";
import { expect, test } from "vitest";
import { createApiUnderTest } from "../../testing/api-under-test.ts";
import { addUplink } from "../../testing/uplinks.ts";
import { createWorld } from "../../testing/world.ts";

const api = await createApiUnderTest();
const world = createWorld(api);
const building = await world.building(await world.site(await world.commune()));
const body = (devEui: string, given: object = {}) => ({
  devEui,
  deviceType: "milesight-em300-th",
  name: `Sonde ${devEui.slice(-1)}`,
  building,
  ...given,
});

test("a device declared with createPoints has a point for every measurement, since ever", async () => {
  const { status, body: device } = await api.post<DeviceDetail>(
    "/devices",
    body("24E124136B000001", { createPoints: true }),
  );
  expect(status).toBe(201);
  expect(device).toMatchObject({ devEui: "24e124136b000001", state: "never_heard", reportEveryMinutes: 10 });
  const assigned = device.assignments.map((item) => [item.measurement, item.validFrom, item.validTo]);
  expect(assigned).toContainEqual(["temperature", null, null]);
  const { body: detail } = await api.get<BuildingDetail>(`/buildings/${building}`);
  expect(detail.deviceCount).toBe(1);
  expect(detail.points.map((item) => item.name)).toContain("Sonde 1 · humidité");
});

test("what a device sent before it was declared waits to be decoded, once", async () => {
  const devEui = "24e124136b000002";
  await addUplink(api.pool, {
    devEui,
    time: "2026-11-20T10:00:00Z",
    outcome: "unknown_device",
    payloadHex: "0367f000",
  });
  await addUplink(api.pool, {
    devEui,
    time: "2026-11-21T10:00:00Z",
    outcome: "unknown_device",
    payloadHex: "0367f100",
  });
  const heard = await api.get<UnknownDeviceList>("/unknown-devices");
  expect(heard.body.items).toEqual([
    {
      devEui,
      applicationId: "app-1",
      firstHeardAt: "2026-11-20T10:00:00.000Z",
      lastHeardAt: "2026-11-21T10:00:00.000Z",
      uplinkCount: 2,
      lastFPort: 85,
      lastPayloadHex: "0367f100",
    },
  ]);
  const point = await world.point(building);
  const before = await registryVersion();
  const declared = await api.post<DeviceDetail>(
    "/devices",
    body(devEui, { assignments: [{ measurement: "temperature", point }] }),
  );
  expect(declared.status).toBe(201);
  expect(declared.body.lastUplinks.map((uplink) => uplink.payloadHex)).toEqual(["0367f100", "0367f000"]);
  expect((await api.get<UnknownDeviceList>("/unknown-devices")).body.items).toEqual([]);
  expect(await registryVersion()).toBeGreaterThan(before);
  const { rows } = await api.pool.query(
    `select count(*) as jobs from job where kind = 'decode-again' and payload->>'deviceId' =
       (select id::text from device where dev_eui = $1)`,
    [devEui],
  );
  expect(rows).toEqual([{ jobs: 1 }]);
});

test("a declaration that is not right leaves nothing behind", async () => {
  const devEui = "24e124136b000003";
  const point = await world.point(building, { name: "Ailleurs" });
  const refused = async (given: object) => (await api.post<Problem>("/devices", body(devEui, given))).body.code;
  expect(await refused({ deviceType: "nobody-nothing" })).toBe("unknown_device_type");
  expect(await refused({ assignments: [{ measurement: "colour", point }] })).toBe("unknown_measurement");
  const elsewhere = await world.point(await world.building(await world.site(await world.commune("Bernay"))));
  expect(await refused({ createPoints: true, assignments: [{ measurement: "temperature", point: elsewhere }] })).toBe(
    "unknown_reference",
  );
  const { rows } = await api.pool.query("select from device where dev_eui = $1", [devEui]);
  expect(rows).toEqual([]);
  expect((await api.get<BuildingDetail>(`/buildings/${building}`)).body.points.map((item) => item.name)).not.toContain(
    "Sonde 3 · humidity",
  );
});

test("neither a devEUI nor a point is taken twice", async () => {
  const devEui = "24e124136b000004";
  const point = await world.point(building, { name: "Bureau" });
  const assignments = [{ measurement: "temperature", point }];
  expect((await api.post<DeviceDetail>("/devices", body(devEui, { assignments }))).status).toBe(201);
  expect(await api.post<DeviceDetail>("/devices", body(devEui))).toMatchObject({
    status: 409,
    body: { code: "already_exists" },
  });
  const overlap = await api.post<DeviceDetail>("/devices", body("24e124136b000005", { assignments }));
  expect(overlap).toMatchObject({ status: 409, body: { code: "assignment_overlaps" } });
});

test("a device's state follows its last uplink, its report period and the network's errors", async () => {
  const school = await world.building(await world.site(await world.commune("Vernon")));
  const health = async (digit: string, columns: string, values: string) => {
    const devEui = `24e124136c00000${digit}`;
    await api.post<DeviceDetail>("/devices", body(devEui, { building: school }));
    await api.pool.query(`insert into device_health (dev_eui, ${columns}) values ($1, ${values})`, [devEui]);
  };
  await health("1", "last_uplink_at, battery_percent, rssi_dbm, snr_db", "'2026-11-24 10:05Z', 87, -101, 4.5");
  await health("2", "last_uplink_at", "'2026-11-24 09:59Z'");
  await health(
    "3",
    "last_uplink_at, last_error_at, last_error",
    "'2026-11-24 10:20Z', '2026-11-24 10:21Z', 'UPLINK_CODEC'",
  );
  await health("4", "last_join_at", "'2026-11-24 10:00Z'");
  const { body: list } = await api.get<DeviceList>(`/devices?building=${school}&limit=500`);
  expect(list.items.map((item) => item.state)).toEqual(["ok", "silent", "error", "never_heard"]);
  expect(list.items[0]).toMatchObject({ batteryPercent: 87, rssiDbm: -101, snrDb: 4.5 });
  const { body: silent } = await api.get<DeviceList>(`/devices?building=${school}&state=silent`);
  expect(silent.items.map((item) => item.name)).toEqual(["Sonde 2"]);
  const { body: found } = await api.get<DeviceList>("/devices?search=6C00000");
  expect(found.items).toHaveLength(4);
});

async function registryVersion(): Promise<number> {
  const { rows } = await api.pool.query<{ version: number }>("select version from registry_version");
  return rows[0]?.version ?? 0;
}

test("points are named in French; of several of one quantity the measurement tells which", async () => {
  const { body: device } = await api.post<DeviceDetail>(
    "/devices",
    body("24E124136B0000FE", { deviceType: "adeunis-pulse", createPoints: true }),
  );
  const names = device.assignments.map(({ point }) => point.name);
  expect(names.every((name) => name.startsWith("Sonde E · "))).toBe(true);
  expect(names.filter((name) => name.startsWith("Sonde E · impulsions (")).length).toBeGreaterThan(1);
  expect(new Set(names).size).toBe(names.length);
});
