import { execFile, spawn } from "node:child_process";
import { access } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

export type Progress = (line: string) => void;

/** Debian packages that the native way needs on the host, and the program by which each is recognised. */
const hostPackages = {
  mmdebstrap: "/usr/bin/mmdebstrap",
  bubblewrap: "/usr/bin/bwrap",
  // mmdebstrap reads the archive's key with gpg; on Ubuntu, Debian's keys are a package of their own.
  gpg: "/usr/bin/gpg",
  "debian-archive-keyring": "/usr/share/keyrings/debian-archive-keyring.gpg",
  // Lets mmdebstrap unpack without being root.
  uidmap: "/usr/bin/newuidmap",
  chromium: "/usr/bin/chromium",
} as const;

export type HostPackage = keyof typeof hostPackages;

export const sandboxPackages: readonly HostPackage[] = ["bubblewrap"];
export const prefixPackages: readonly HostPackage[] = ["mmdebstrap", "gpg", "debian-archive-keyring"];

export async function listMissingPackages(wanted: readonly HostPackage[]): Promise<readonly HostPackage[]> {
  const missing = await Promise.all(
    wanted.map(async (name) => ((await exists(hostPackages[name])) ? [] : ([name] as HostPackage[]))),
  );
  return missing.flat();
}

/**
 * Installs what is missing of `wanted` with apt-get when running as root. Throws an error holding the one command to
 * run otherwise, and when apt-get is not there or fails.
 */
export async function ensureHostPackages(wanted: readonly HostPackage[], progress: Progress): Promise<void> {
  const missing = await listMissingPackages(wanted);
  if (missing.length === 0) return;
  const install = `apt-get install -y --no-install-recommends ${missing.join(" ")}`;
  if (process.getuid?.() !== 0 || !(await exists("/usr/bin/apt-get"))) {
    throw new Error(`Debian packages are missing. Run this once, then try again:\n  sudo ${install}`);
  }
  progress(`installing Debian packages: ${missing.join(", ")}`);
  if (!(await canInstall(missing))) await runApt(["update"]);
  await runApt(["install", "-y", "--no-install-recommends", ...missing]);
}

async function canInstall(packages: readonly string[]): Promise<boolean> {
  return run("apt-get", ["install", "--simulate", "--no-install-recommends", ...packages]).then(
    () => true,
    () => false,
  );
}

/** Waits for another apt-get rather than failing on its lock. What it prints goes to standard error. */
async function runApt(args: readonly string[]): Promise<void> {
  const child = spawn(
    "env",
    ["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300", ...args],
    {
      stdio: ["ignore", 2, 2],
    },
  );
  await new Promise<void>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`apt-get ${args.join(" ")} failed with code ${code}: see its lines above`)),
    );
  });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
