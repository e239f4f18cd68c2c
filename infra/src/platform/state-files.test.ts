import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { identifyProcess, isAlive } from "../process-identity.ts";
import { endLeftovers, findSupervisor, releaseLock, takeLock, writeChildren } from "./state-files.ts";

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "gtb-state-"));
});

afterEach(async () => {
  await rm(home, { recursive: true, force: true });
});

test("one of many that want the lock gets it", async () => {
  for (let round = 0; round < 20; round++) {
    const taken = await Promise.all(Array.from({ length: 8 }, () => takeLock(home)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect((await findSupervisor(home))?.pid).toBe(process.pid);
    await releaseLock(home);
    expect(await findSupervisor(home)).toBeUndefined();
  }
  expect(await readdir(home)).toEqual([]);
});

test("the lock of a dead process, of a recycled number and a broken file do not count", async () => {
  const start = identifyProcess(process.pid)?.startedAt ?? "";
  for (const content of [
    JSON.stringify({ pid: 2 ** 22 - 1, startedAt: start }),
    JSON.stringify({ pid: process.pid, startedAt: "1@another-boot" }),
    '{"pid": 12',
  ]) {
    await writeFile(join(home, "supervisor.json"), content);
    expect(await findSupervisor(home)).toBeUndefined();
    expect(await takeLock(home)).toBe(true);
    await releaseLock(home);
  }
});

test("leftovers are ended, also those that do not want to; a recycled number is left alone", async () => {
  const stubborn = spawn(process.execPath, [
    "-e",
    "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('up')",
  ]);
  const bystander = spawn("sleep", ["60"]);
  try {
    await once(stubborn.stdout, "data");
    const [first, second] = [stubborn.pid ?? 0, bystander.pid ?? 0];
    await writeChildren(home, [first, second]);
    const path = join(home, "children.json");
    const known = JSON.parse(await readFile(path, "utf8")) as { pid: number; startedAt: string }[];
    await writeFile(
      path,
      JSON.stringify(known.map((child) => (child.pid === second ? { ...child, startedAt: "1@x" } : child))),
    );
    expect(await endLeftovers(home, 300)).toBe(1);
    expect(known.filter(isAlive).map(({ pid }) => pid)).toEqual([second]);
  } finally {
    stubborn.kill("SIGKILL");
    bystander.kill("SIGKILL");
  }
});
