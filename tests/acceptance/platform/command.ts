import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../../", import.meta.url));

/** Where an instance of the platform keeps its state, and the first of its ports. */
export interface Instance {
  readonly home: string;
  readonly portBase: number;
}

/**
 * Runs a command of the repository (`infra/start.mjs`) for one instance and resolves with its standard output; its
 * progress goes on to ours. `env` adds the two variables to the environment that we were given.
 */
export async function runForInstance(instance: Instance, script: string, args: readonly string[]): Promise<string> {
  const settings = [`GTB_HOME=${instance.home}`, `GTB_PORT_BASE=${instance.portBase}`];
  const child = spawn("env", [...settings, "node", script, ...args], {
    cwd: repository,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output: Buffer[] = [];
  const progress: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => progress.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(`${script} ended with code ${code}:\n${Buffer.concat(progress).toString()}`);
  return Buffer.concat(output).toString();
}
