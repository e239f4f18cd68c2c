import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { connectAsync, type MqttClient } from "mqtt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureComposeSecrets } from "./compose-secrets.ts";
import { findFreePort } from "./free-port.ts";
import { ManagedProcess } from "./managed-process.ts";
import { checkBroker } from "./mqtt-health.ts";
import { defaultCacheFolder, ensurePrefix } from "./native/prefix.ts";
import { sandboxCommand } from "./native/sandbox.ts";

// The users and topics that containers meet, on the real broker, without an engine.
const settings = fileURLToPath(new URL("../mosquitto/", import.meta.url));
const event = "application/a/device/0102030405060708/event/up";
let folder: string;
let port: number;
let broker: ManagedProcess;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gtb-compose-broker-"));
  port = await findFreePort();
  for (const name of ["data", "listener"]) await mkdir(join(folder, name));
  await ensureComposeSecrets(join(folder, "secrets"));
  const listener = await readFile(join(settings, "compose/listener.conf"), "utf8");
  await writeFile(
    join(folder, "listener/listener.conf"),
    listener.replace("listener 1883", `listener ${port} 127.0.0.1`),
  );
  const mounts = [
    { host: join(settings, "mosquitto.conf"), inside: "/mosquitto/config/mosquitto.conf" },
    { host: join(settings, "topics.acl"), inside: "/mosquitto/config/topics.acl" },
    { host: join(folder, "listener"), inside: "/mosquitto/listener" },
    { host: join(folder, "secrets"), inside: "/run/secrets" },
    { host: join(folder, "data"), inside: "/mosquitto/data", writable: true },
  ];
  const prefix = await ensurePrefix(defaultCacheFolder(), () => undefined);
  broker = new ManagedProcess({
    name: "broker",
    sandboxed: true,
    logFile: join(folder, "broker.log"),
    command: sandboxCommand({ prefix, mounts }, ["/usr/sbin/mosquitto", "-c", "/mosquitto/config/mosquitto.conf"]),
    checkHealth: () => checkBroker("127.0.0.1", port),
  });
  await broker.start();
  await broker.waitUntilHealthy();
});

afterAll(async () => {
  await broker.stop();
  await rm(folder, { recursive: true, force: true });
});

async function connect(username: string): Promise<MqttClient> {
  const password = await readFile(join(folder, "secrets", `mqtt-${username}-password`), "utf8");
  return connectAsync(`mqtt://127.0.0.1:${port}`, { username, password, protocolVersion: 5, reconnectPeriod: 0 });
}

test("nobody gets in without their password", async () => {
  const options = { reconnectPeriod: 0, username: "ingestion", password: "wrong", protocolVersion: 5 as const };
  await expect(connectAsync(`mqtt://127.0.0.1:${port}`, options)).rejects.toThrow(/Not authorized/);
  await expect(connectAsync(`mqtt://127.0.0.1:${port}`, { reconnectPeriod: 0 })).rejects.toThrow(/Not authorized/);
});

test("ingestion hears what ChirpStack says through its shared subscription, and may say nothing", async () => {
  const [ingestion, chirpstack] = await Promise.all([connect("ingestion"), connect("chirpstack")]);
  try {
    await ingestion.subscribeAsync("$share/gtb/application/+/device/+/event/+", { qos: 1 });
    const heard = new Promise<string>((resolve) =>
      ingestion.once("message", (_topic, payload) => resolve(payload.toString())),
    );
    await chirpstack.publishAsync(event, "hello", { qos: 1 });
    expect(await heard).toBe("hello");
    await expect(ingestion.publishAsync(event, "forged", { qos: 1 })).rejects.toThrow(/Not authorized/);
  } finally {
    await Promise.all([ingestion.endAsync(true), chirpstack.endAsync(true)]);
  }
});

test("ChirpStack hears no device's event, and the platform's own account both says and hears", async () => {
  const [chirpstack, platform] = await Promise.all([connect("chirpstack"), connect("platform")]);
  try {
    const heard: string[] = [];
    chirpstack.on("message", (topic) => heard.push(topic));
    await chirpstack.subscribeAsync("application/#", { qos: 1 }).catch(() => undefined);
    await platform.subscribeAsync("application/+/device/+/event/+", { qos: 1 });
    const echo = new Promise((resolve) => platform.once("message", resolve));
    await platform.publishAsync(event, "hello", { qos: 1 });
    expect(await echo).toBe(event);
    expect(heard).toEqual([]);
  } finally {
    await Promise.all([chirpstack.endAsync(true), platform.endAsync(true)]);
  }
});

test("a gateway bridge can't forge a device's event", async () => {
  const bridge = await connect("gateway-bridge");
  try {
    await bridge.publishAsync("eu868/gateway/0102030405060708/event/stats", "{}", { qos: 1 });
    await expect(bridge.publishAsync(event, "forged", { qos: 1 })).rejects.toThrow(/Not authorized/);
  } finally {
    await bridge.endAsync(true);
  }
});
