import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { checkComposeRules } from "./compose-rules.ts";
import { checkComposeSchema, readComposeFile, repositoryUrl } from "./compose-schema.ts";

const file = (await readComposeFile()) as { services: Record<string, Record<string, unknown>> };
const chirpstack = await readFile(new URL("infra/chirpstack/chirpstack.toml", repositoryUrl), "utf8");

/** The real file with some keys of one service changed. */
function withService(name: string, changes: Record<string, unknown>): unknown {
  return { ...file, services: { ...file.services, [name]: { ...file.services[name], ...changes } } };
}

test("docker-compose.yml keeps the Compose Specification", async () => {
  expect(await checkComposeSchema(file)).toEqual([]);
});

test("a word that the specification does not know is a fault", async () => {
  expect(await checkComposeSchema(withService("api", { healthchek: {} }))).not.toEqual([]);
  expect(await checkComposeSchema(withService("api", { ports: "8420" }))).not.toEqual([]);
});

test("docker-compose.yml keeps our rules", () => {
  expect(checkComposeRules(file, { chirpstack })).toEqual([]);
});

test("it has the whole platform", () => {
  expect(Object.keys(file.services).sort()).toEqual(
    [
      "api",
      "chirpstack",
      "chirpstack-gateway-bridge",
      "grafana",
      "ingestion",
      "jobs",
      "migrate",
      "mosquitto",
      "redis",
      "timescaledb",
    ].sort(),
  );
});

test.each([
  ["api", { ports: ["8420:8420"] }, /not on loopback/],
  ["api", { ports: ["0.0.0.0:8420:8420"] }, /not on loopback/],
  ["api", { secrets: ["database-password", "gtb_api-password"] }, /owner is for what migrates only/],
  ["jobs", { secrets: ["gtb_api-password"] }, /no database role of its own/],
  ["redis", { image: "redis:latest" }, /not pinned/],
  ["redis", { image: "redis" }, /not pinned/],
  ["grafana", { environment: { GF_SECURITY_ADMIN_PASSWORD: "admin" } }, /is a secret/],
  ["api", { environment: { GTB_DATABASE_URL: "postgresql://gtb:gtb@timescaledb/gtb" } }, /is a secret/],
  ["jobs", { healthcheck: undefined }, /health check/],
  ["jobs", { read_only: false }, /can write/],
  ["jobs", { cap_drop: [] }, /capabilities/],
  ["jobs", { security_opt: [] }, /privileges/],
  ["mosquitto", { volumes: ["mosquitto:/mosquitto/data"] }, /settings of the native way/],
  ["timescaledb", { image: "timescale/timescaledb:2.18.0-pg17" }, /tests use/],
])("%s with %j is a fault", (name, changes, fault) => {
  expect(checkComposeRules(withService(name, changes), { chirpstack }).join("\n")).toMatch(fault);
});

test("ChirpStack publishing with QoS 0 is a fault", () => {
  const quiet = chirpstack.replace("qos = 1", "qos = 0");
  expect(checkComposeRules(file, { chirpstack: quiet }).join("\n")).toMatch(/QoS 0/);
});
