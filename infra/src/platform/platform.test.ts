import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "@gtb/service-kit/config";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { checkDatabase } from "../database-server.ts";
import { checkHttp } from "../http-health.ts";
import { checkBroker } from "../mqtt-health.ts";
import { defaultCacheFolder } from "../native/prefix.ts";
import { identifyProcess } from "../process-identity.ts";
import { type PlatformConfig, portsFrom, repositoryFolder } from "./config.ts";
import { Platform } from "./platform.ts";
import type { ServiceDefinition } from "./services.ts";
import { failingServices, standInServices } from "./stand-ins/services.ts";
import { findSupervisor, type PlatformAddresses, readStatus } from "./state-files.ts";

const environment = readConfig(z.record(z.string(), z.string()));
let home: string;
let base: number;
let config: PlatformConfig;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "gtb-platform-"));
  base = 20_000 + 10 * Math.floor(Math.random() * 1_000);
  const cacheFolder = defaultCacheFolder();
  config = {
    home,
    cacheFolder,
    ports: portsFrom(base),
    logLevel: "info",
    backingServices: "native",
    listen: "127.0.0.1",
    tls: false,
    administratorEmail: "administration@agence.example",
    production: false,
    environment,
  };
});

afterEach(async () => {
  await rm(home, { recursive: true, force: true });
});

function build(services: readonly ServiceDefinition[]): Platform {
  const buildPortal = async () => undefined;
  return new Platform({ config, services, withDemonstrator: false, buildPortal, progress: () => undefined });
}

async function pidOf(name: string): Promise<number> {
  const pid = (await readStatus(home))?.units.find((unit) => unit.name === name)?.pid;
  if (pid === undefined) throw new Error(`${name} does not run`);
  return pid;
}

async function expectNothingRuns(): Promise<void> {
  await expect(checkHttp(`http://127.0.0.1:${base}/healthz`)).rejects.toThrow();
  await expect(checkBroker("127.0.0.1", base + 1)).rejects.toThrow();
  await expect(checkHttp(`http://127.0.0.1:${base + 3}/healthz`)).rejects.toThrow();
  expect(await findSupervisor(home)).toBeUndefined();
  expect(existsSync(join(home, "supervisor.json"))).toBe(false);
  expect(existsSync(join(home, "database/pg/postmaster.pid"))).toBe(false);
}

test("starts everything once, restarts what dies, and stops cleanly", async () => {
  const platform = build(standInServices);
  try {
    const [addresses, same] = await Promise.all([platform.start(), platform.start()]);
    expect(same).toBe(addresses);
    await checkDatabase(addresses.database);
    await checkHttp(`${addresses.api}/healthz`);
    expect((await readStatus(home))?.units.map(({ name, state }) => `${name} ${state}`).sort()).toEqual([
      "api healthy",
      "broker healthy",
      "database healthy",
      "ingestion healthy",
    ]);
    await expect(build(standInServices).start()).rejects.toThrow(/Another supervisor runs/);
    for (const [name, check] of [
      ["ingestion", () => checkHttp(`http://127.0.0.1:${base + 3}/healthz`)],
      ["database", () => checkDatabase(addresses.database)],
    ] as const) {
      const before = await pidOf(name);
      process.kill(before, "SIGKILL");
      await vi.waitFor(async () => expect(await pidOf(name)).not.toBe(before), 60_000);
      await vi.waitFor(check, 60_000);
    }
    expect((await readStatus(home))?.units.find(({ name }) => name === "database")?.restarts).toBe(1);
  } finally {
    await Promise.all([platform.stop(), platform.stop()]);
  }
  await expectNothingRuns();
});

test("a service that does not start ends the start with its reason, and nothing is left", async () => {
  await expect(build(failingServices).start()).rejects.toThrow(
    /api ended before it was ready.*api\.log.*no such table/s,
  );
  await expectNothingRuns();
});

async function startInProcess() {
  const child = spawn(process.execPath, [join(repositoryFolder, "infra/src/platform/stand-ins/platform.ts")], {
    env: { ...environment, GTB_HOME: home, GTB_PORT_BASE: String(base), GTB_BACKING_SERVICES: "native" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { child, addresses: JSON.parse(String(line)) as PlatformAddresses };
}

test("after kill -9 of the supervisor the next start ends what was left and comes up", async () => {
  const first = await startInProcess();
  const leftover = await pidOf("api");
  const exited = once(first.child, "exit");
  first.child.kill("SIGKILL");
  await exited;
  expect(identifyProcess(leftover)).toBeDefined();

  const second = await startInProcess();
  expect(identifyProcess(leftover)).toBeUndefined();
  await checkHttp(`${second.addresses.api}/healthz`);
  expect(await readFile(join(home, "logs/supervisor.log"), "utf8")).toMatch(/ended 2 processes/);
  const ended = once(second.child, "exit");
  second.child.kill("SIGINT");
  expect(await ended).toEqual([0, null]);
  await expectNothingRuns();
});
