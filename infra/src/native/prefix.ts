import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { access, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ensureHostPackages, type Progress, prefixPackages, sandboxPackages } from "./host-packages.ts";

const suite = "trixie";
const packages = ["postgresql-17-timescaledb", "mosquitto", "redis-server", "dash", "coreutils"];
/** Not needed to run the servers: a fifth of the files. `./dev` can't be made without being root. */
const left = ["./dev", "./var", "./usr/share/doc", "./usr/share/man", "./usr/share/locale", "./usr/share/info"];

/** Where the servers see themselves: see `sandbox.ts`. */
const accounts = {
  "etc/passwd": "root:x:0:0::/root:/bin/sh\ngtb:x:999:999::/data:/bin/sh\n",
  "etc/group": "root:x:0:\ngtb:x:999:\n",
};

/** Shared by every clone on the machine: the second one starts warm. */
export function defaultCacheFolder(): string {
  return process.getuid?.() === 0 ? "/var/cache/gtb" : join(homedir(), ".cache", "gtb");
}

/** Names the prefix's content, so that another list of packages gets another prefix. */
function prefixName(): string {
  const content = JSON.stringify([suite, packages, left, accounts, process.arch]);
  return `prefix-${suite}-${createHash("sha256").update(content).digest("hex").slice(0, 12)}`;
}

/**
 * The folder holding the servers' programs (about 390 MB), made with mmdebstrap in about 30 s where it is not there.
 * It appears whole or not at all: two that make it at once both get the one that was ready first.
 * Throws with what to do when packages are missing and we are not root, or when the archive can't be reached.
 */
export async function ensurePrefix(cacheFolder: string, progress: Progress): Promise<string> {
  await ensureHostPackages(sandboxPackages, progress);
  const prefix = join(cacheFolder, prefixName());
  if (await isThere(prefix)) return prefix;
  const unprivileged = process.getuid?.() !== 0;
  await ensureHostPackages(unprivileged ? [...prefixPackages, "uidmap"] : prefixPackages, progress);
  await mkdir(cacheFolder, { recursive: true });
  await removeAbandoned(cacheFolder);
  const unfinished = await mkdtemp(join(cacheFolder, "unfinished-"));
  try {
    progress(`downloading PostgreSQL, TimescaleDB and Mosquitto from Debian ${suite} (about 110 MB)`);
    await debootstrapInto(unfinished, progress);
    for (const [name, content] of Object.entries(accounts)) await writeFile(join(unfinished, name), content);
    await moveIntoPlace(unfinished, prefix);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return prefix;
}

/** Through a tar stream and not straight into the folder: without root, its files would belong to another user id. */
async function debootstrapInto(folder: string, progress: Progress): Promise<void> {
  const make = `mmdebstrap --variant=extract --format=tar --include=${packages.join(",")} ${suite} -`;
  const unpack = `tar -x --no-same-owner --no-same-permissions ${left.map((path) => `--exclude=${path}`).join(" ")}`;
  const child = spawn("bash", ["-c", `set -o pipefail; ${make} | ${unpack}`], {
    stdio: ["ignore", "ignore", "pipe"],
    cwd: folder,
  });
  const lines: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => {
    lines.push(line);
    if (/^I: (downloading|extracting|creating|running apt-get update)/.test(line)) progress(line.slice(3));
  });
  await new Promise<void>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0
        ? resolve()
        : reject(
            new Error(
              `mmdebstrap could not make the servers' folder (code ${code}). Is deb.debian.org reachable from here?\n${lines.slice(-12).join("\n")}`,
            ),
          ),
    );
  });
}

/** What an interrupted run left behind: nothing takes an hour. */
async function removeAbandoned(cacheFolder: string): Promise<void> {
  for (const name of await readdir(cacheFolder)) {
    const path = join(cacheFolder, name);
    if (!name.startsWith("unfinished-") || Date.now() - (await stat(path)).mtimeMs < 3_600_000) continue;
    await rm(path, { recursive: true, force: true });
  }
}

async function moveIntoPlace(unfinished: string, prefix: string): Promise<void> {
  try {
    await rename(unfinished, prefix);
  } catch (error) {
    // Another process was ready first: its prefix has the same content.
    if (!(await isThere(prefix))) throw error;
  }
}

async function isThere(prefix: string): Promise<boolean> {
  return access(join(prefix, "etc/passwd")).then(
    () => true,
    () => false,
  );
}
