// Runs on Node ≥ 20 with nothing installed: installs what is missing, then hands over to the Node of node_modules.
import { spawn } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = fileURLToPath(new URL("../", import.meta.url));
const node = join(repository, "node_modules/.bin/node");

/** Runs `npm ci` when node_modules is missing or older than the lock file. Its lines go to standard error. */
export async function installPackages() {
  const installed = modifiedAt(join(repository, "node_modules/.package-lock.json"));
  if (installed >= modifiedAt(join(repository, "package-lock.json")) && modifiedAt(node) > 0) return;
  const startedAt = Date.now();
  process.stderr.write("installing npm packages (about a minute the first time)\n");
  const code = await run("npm", ["ci", "--no-audit", "--no-fund"], { stdio: ["ignore", 2, 2] });
  if (code !== 0)
    throw new Error(`npm ci failed with code ${code}: see its lines above. Is the npm registry reachable?`);
  process.stderr.write(`npm packages installed in ${Math.round((Date.now() - startedAt) / 1000)} s\n`);
}

/** Runs a program of ours under Node 24 and gives its exit code; signals go on to it, and it decides when to end. */
export function runNode(args) {
  return run(node, args, { stdio: "inherit" });
}

/** Runs npm with the Node of node_modules first in its path. */
export function runNpm(args) {
  const path = `${join(repository, "node_modules/.bin")}:${process.env["PATH"]}`;
  return run("npm", args, { stdio: "inherit", env: { ...process.env, PATH: path } });
}

function run(file, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: repository, ...options });
    const passOn = (signal) => child.kill(signal);
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) process.on(signal, passOn);
    child.once("error", reject);
    child.once("exit", (code) => {
      for (const signal of signals) process.off(signal, passOn);
      resolve(code ?? 130);
    });
  });
}

/** Runs the work of a command; an error becomes its message and exit code 1. */
export async function command(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

function modifiedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
