import { setTimeout as delay } from "node:timers/promises";
import { GenericContainer, getContainerRuntimeClient, type StartedTestContainer } from "testcontainers";
import type { TestServer } from "./test-server.ts";

export interface ContainerOptions {
  readonly image: string;
  readonly command: readonly string[];
  readonly environment?: Record<string, string>;
  readonly files: { readonly source: string; readonly target: string }[];
  readonly texts?: { readonly content: string; readonly target: string }[];
  readonly containerPort: number;
  readonly hostPort: number;
  readonly checkHealth: () => Promise<void>;
}

/** Starts one server in a container that the engine removes when the test run ends. */
export async function startContainerServer(
  options: ContainerOptions,
): Promise<TestServer & { remove(): Promise<void> }> {
  const { containerPort, hostPort } = options;
  const started = await new GenericContainer(options.image)
    .withCommand([...options.command])
    .withEnvironment(options.environment ?? {})
    .withCopyFilesToContainer(options.files)
    .withCopyContentToContainer(options.texts ?? [])
    // A fixed port, so that a restarted server has the address it had.
    .withExposedPorts({ container: containerPort, host: hostPort })
    .start();
  return { ...controls(started, options.checkHealth), remove: async () => void (await started.stop()) };
}

function controls(started: StartedTestContainer, checkHealth: () => Promise<void>): TestServer {
  const container = async () => (await getContainerRuntimeClient()).container.getById(started.getId());
  return {
    start: async () => void (await (await container()).start()),
    stop: async () => void (await (await container()).stop()),
    kill: async () => void (await (await container()).kill()),
    waitUntilHealthy: (timeLimitMs = 60_000) => waitFor(checkHealth, timeLimitMs),
  };
}

async function waitFor(check: () => Promise<void>, timeLimitMs: number): Promise<void> {
  const deadline = Date.now() + timeLimitMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await delay(100);
  }
}
