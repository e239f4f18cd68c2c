import { expect, test } from "vitest";
import { provideBackingServices } from "./backing-services.ts";
import { defaultCacheFolder } from "./native/prefix.ts";

const request = {
  home: "/nowhere/never-made",
  cacheFolder: defaultCacheFolder(),
  ports: { database: 8_422, mqtt: 8_421 },
  way: "native" as const,
};

test("with both URLs given, nothing of ours runs", async () => {
  const databaseUrl = "postgresql://gtb:secret@db.example/gtb";
  const mqttUrl = "mqtt://broker.example:1883";
  const backing = await provideBackingServices({ ...request, databaseUrl, mqttUrl }, () => undefined);
  expect(backing).toEqual({ databaseUrl, mqttUrl, units: [] });
});

test("with one URL given, only the other server is ours", async () => {
  const databaseUrl = "postgresql://gtb:secret@db.example/gtb";
  const backing = await provideBackingServices({ ...request, databaseUrl }, () => undefined);
  expect(backing.units.map(({ name }) => name)).toEqual(["broker"]);
  expect(backing).toMatchObject({ databaseUrl, mqttUrl: "mqtt://127.0.0.1:8421", serverUrl: undefined });
});
