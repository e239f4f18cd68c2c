import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { provideBackingServices } from "./backing-services.ts";
import { defaultCacheFolder } from "./native/prefix.ts";

const home = await mkdtemp(join(tmpdir(), "gtb-backing-"));
afterAll(() => rm(home, { recursive: true, force: true }));
const request = {
  home,
  cacheFolder: defaultCacheFolder(),
  ports: { database: 8_422, mqtt: 8_421 },
  way: "native" as const,
};

test("with both URLs given, nothing of ours runs", async () => {
  const databaseUrl = "postgresql://gtb:secret@db.example/gtb";
  const mqttUrl = "mqtt://broker.example:1883";
  const backing = await provideBackingServices({ ...request, databaseUrl, mqttUrl }, () => undefined);
  expect(backing).toEqual({
    databaseUrl,
    brokerUrls: { ingestion: mqttUrl, chirpstack: mqttUrl, platform: mqttUrl },
    units: [],
  });
});

test("with one URL given, only the other server is ours", async () => {
  const databaseUrl = "postgresql://gtb:secret@db.example/gtb";
  const backing = await provideBackingServices({ ...request, databaseUrl }, () => undefined);
  expect(backing.units.map(({ name }) => name)).toEqual(["broker"]);
  expect(backing).toMatchObject({ databaseUrl, serverUrl: undefined });
  const { ingestion, chirpstack, platform } = backing.brokerUrls;
  for (const [user, url] of Object.entries({ ingestion, chirpstack, platform }))
    expect(url).toMatch(new RegExp(`^mqtt://${user}:[\\w-]{32}@127\\.0\\.0\\.1:8421$`));
});
