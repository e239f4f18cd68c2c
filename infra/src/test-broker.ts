import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startContainerServer } from "./container-server.ts";
import { hasDockerEngine } from "./docker-engine.ts";
import { findFreePort } from "./free-port.ts";
import { mosquittoImage } from "./images.ts";
import { checkBroker } from "./mqtt-health.ts";
import { createMosquitto } from "./native/mosquitto.ts";
import { defaultCacheFolder, ensurePrefix } from "./native/prefix.ts";
import type { TestServer } from "./test-server.ts";

const settingsFile = fileURLToPath(new URL("../mosquitto/mosquitto.conf", import.meta.url));

export interface TestBroker {
  readonly server: TestServer;
  readonly mqttUrl: string;
  /** Ends the broker and deletes its data. */
  remove(): Promise<void>;
}

/** A Mosquitto of one's own with production's settings, on a free port: from the Docker engine, else native. */
export async function startTestBroker(): Promise<TestBroker> {
  const port = await findFreePort();
  const mqttUrl = `mqtt://127.0.0.1:${port}`;
  return { mqttUrl, ...((await hasDockerEngine()) ? await startContainer(port) : await startNative(port)) };
}

async function startNative(port: number): Promise<Omit<TestBroker, "mqttUrl">> {
  const prefix = await ensurePrefix(defaultCacheFolder(), (line) => console.error(line));
  const folder = await mkdtemp(join(tmpdir(), "gtb-test-broker-"));
  const server = createMosquitto({ prefix, folder, port, logFile: join(folder, "broker.log") });
  const remove = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await server.start();
    await server.waitUntilHealthy();
  } catch (error) {
    await remove();
    throw error;
  }
  return { server, remove };
}

async function startContainer(port: number): Promise<Omit<TestBroker, "mqttUrl">> {
  const server = await startContainerServer({
    image: mosquittoImage,
    command: ["mosquitto", "-c", "/mosquitto/config/mosquitto.conf"],
    files: [{ source: settingsFile, target: "/mosquitto/config/mosquitto.conf" }],
    texts: [{ content: "listener 1883\nallow_anonymous true\n", target: "/mosquitto/listener/test.conf" }],
    containerPort: 1883,
    hostPort: port,
    checkHealth: () => checkBroker("127.0.0.1", port),
  });
  await server.waitUntilHealthy();
  return { server, remove: () => server.remove() };
}
