import { spawn } from "node:child_process";
import { delimiter } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const gtb = fileURLToPath(new URL("../bin/gtb", import.meta.url));

export interface GtbRun {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Starts the command as an operator does, from the repository, with the system's own Node and not that of node_modules. */
export function startGtb(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  return spawn(gtb, args, { cwd: repository, env: { ...process.env, PATH: systemPath(), ...environment } });
}

export async function runGtb(
  args: readonly string[],
  { input = "", environment = {} }: { readonly input?: string; readonly environment?: Record<string, string> } = {},
): Promise<GtbRun> {
  const child = startGtb(args, environment);
  child.stdin.on("error", () => undefined).end(input);
  const ended = new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve));
  const [output, errors, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { exitCode, output, errors };
}

function systemPath(): string {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.filter((folder) => !folder.includes("node_modules")).join(delimiter);
}
