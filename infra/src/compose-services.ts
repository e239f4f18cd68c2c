import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { BackingServices, BackingServicesRequest } from "./backing-services.ts";
import { brokerUrlsOn, sameForAll } from "./broker-urls.ts";
import { ensureComposeSecrets } from "./compose-secrets.ts";
import { checkDatabase, databaseUrlFor } from "./database-server.ts";
import { secretsFolder } from "./keep-secret.ts";
import { checkBroker } from "./mqtt-health.ts";
import type { Unit } from "./unit.ts";

const run = promisify(execFile);
const composeFile = fileURLToPath(new URL("../../docker-compose.yml", import.meta.url));

/** The database and the broker of docker-compose.yml, alone, on our ports and with our secrets. */
export async function composeServices(request: BackingServicesRequest): Promise<BackingServices> {
  const { home, ports } = request;
  const folder = secretsFolder(home);
  const secrets = await ensureComposeSecrets(folder);
  const environment = {
    GTB_SECRETS_FOLDER: folder,
    GTB_DATABASE_PORT: String(ports.database),
    GTB_MQTT_PORT: String(ports.mqtt),
  };
  const project = `gtb-${createHash("sha256").update(home).digest("hex").slice(0, 8)}`;
  const compose = async (...args: readonly string[]): Promise<void> => {
    const settings = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
    await run("env", [...settings, "docker", "compose", "-p", project, "-f", composeFile, ...args]);
  };
  const serverUrl = `postgresql://gtb:${secrets.databasePassword}@127.0.0.1:${ports.database}/postgres`;
  const database = composeUnit("database", "timescaledb", compose, () => checkDatabase(serverUrl));
  const broker = composeUnit("broker", "mosquitto", compose, () => checkBroker("127.0.0.1", ports.mqtt));
  return {
    databaseUrl: request.databaseUrl ?? databaseUrlFor(serverUrl, "gtb"),
    brokerUrls: request.mqttUrl === undefined ? brokerUrlsOn(ports.mqtt, secrets.broker) : sameForAll(request.mqttUrl),
    units: [
      ...(request.databaseUrl === undefined ? [database] : []),
      ...(request.mqttUrl === undefined ? [broker] : []),
    ],
    serverUrl: request.databaseUrl === undefined ? serverUrl : undefined,
  };
}

/** The engine restarts it when it dies (`restart: unless-stopped`): to the supervisor it never ends. */
function composeUnit(
  name: string,
  service: string,
  compose: (...args: readonly string[]) => Promise<void>,
  checkHealth: () => Promise<void>,
): Unit {
  return {
    name,
    pid: undefined,
    exited: undefined,
    start: () => compose("up", "--detach", service),
    stop: () => compose("stop", service),
    kill: () => compose("kill", service),
    waitUntilHealthy: async (timeLimitMs = 60_000) => {
      const deadline = Date.now() + timeLimitMs;
      for (;;) {
        try {
          return await checkHealth();
        } catch (error) {
          if (Date.now() > deadline) throw new Error(`${name}: see docker compose logs ${service}`, { cause: error });
        }
        await delay(200);
      }
    },
  };
}
