import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { identifyProcess, isAlive, type ProcessIdentity } from "../process-identity.ts";

/** What the supervisor says of itself in `<home>/status.json`; rewritten at each change. */
export interface PlatformStatus {
  readonly ready: boolean;
  readonly addresses: PlatformAddresses;
  readonly units: readonly {
    readonly name: string;
    readonly state: string;
    readonly pid: number | undefined;
    readonly restarts: number;
    readonly lastEvent: string;
  }[];
}

/** With what is needed to get in: these files are their owner's alone. */
export interface PlatformAddresses {
  readonly api: string;
  /** With the account that publishes devices' events, as ChirpStack's. */
  readonly mqtt: string;
  /** As the owner of the database. */
  readonly database: string;
  /** The accounts that a start has made, with their passwords. */
  readonly credentialsFile: string;
}

const lockFile = (home: string) => join(home, "supervisor.json");
const statusFile = (home: string) => join(home, "status.json");
const childrenFile = (home: string) => join(home, "children.json");

/** The living supervisor of this home, undefined when there is none (a dead one's file does not count). */
export async function findSupervisor(home: string): Promise<ProcessIdentity | undefined> {
  const owner = await readJson<ProcessIdentity>(lockFile(home));
  return owner !== undefined && isAlive(owner) ? owner : undefined;
}

/** Makes this process the supervisor of `home`. False when another one lives. */
export async function takeLock(home: string): Promise<boolean> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  // Linked when it is written: nobody ever finds a lock that does not say yet whose it is, and takes it for a dead one's.
  const mine = `${lockFile(home)}.${randomUUID()}`;
  await writeFile(mine, JSON.stringify(identifyProcess(process.pid)), { mode: 0o600 });
  try {
    for (;;) {
      try {
        await link(mine, lockFile(home));
        return true;
      } catch (error) {
        if (!isCode(error, "EEXIST")) throw error;
      }
      if ((await findSupervisor(home)) !== undefined) return false;
      await removeDeadLock(home);
    }
  } finally {
    await rm(mine, { force: true });
  }
}

/** Of several that find the lock of a dead process one removes it; another must not remove what the first has put there. */
async function removeDeadLock(home: string): Promise<void> {
  const aside = `${lockFile(home)}.${randomUUID()}`;
  try {
    await rename(lockFile(home), aside);
  } catch (error) {
    if (isCode(error, "ENOENT")) return;
    throw error;
  }
  const owner = await readJson<ProcessIdentity>(aside);
  if (owner !== undefined && isAlive(owner)) await link(aside, lockFile(home)).catch(() => undefined);
  await rm(aside, { force: true });
}

/** The last thing a supervisor does: who sees no lock sees nothing running either. */
export async function releaseLock(home: string): Promise<void> {
  await rm(statusFile(home), { force: true });
  await rm(lockFile(home), { force: true });
}

export async function writeStatus(home: string, status: PlatformStatus): Promise<void> {
  await writeJson(statusFile(home), status);
}

export async function readStatus(home: string): Promise<PlatformStatus | undefined> {
  return readJson<PlatformStatus>(statusFile(home));
}

/** Notes which processes are ours, so that they can be ended when this supervisor is killed and leaves them behind. */
export async function writeChildren(home: string, pids: readonly number[]): Promise<void> {
  await writeJson(
    childrenFile(home),
    pids.map(identifyProcess).filter((identity) => identity !== undefined),
  );
}

/** Ends what a killed supervisor left running, with SIGKILL after the grace time; returns how many there were. */
export async function endLeftovers(home: string, graceMs = 10_000): Promise<number> {
  const known = (await readJson<ProcessIdentity[]>(childrenFile(home))) ?? [];
  const alive = known.filter(isAlive);
  for (const { pid } of alive) process.kill(pid, "SIGTERM");
  const deadline = Date.now() + graceMs;
  while (alive.some(isAlive)) {
    if (Date.now() > deadline) for (const { pid } of alive.filter(isAlive)) process.kill(pid, "SIGKILL");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await rm(childrenFile(home), { force: true });
  return alive.length;
}

/** Through a rename: whoever reads at the same time reads a whole file. */
async function writeJson(path: string, content: unknown): Promise<void> {
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  await rename(unfinished, path);
}

async function readJson<T>(path: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as T;
  } catch {
    return undefined;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
