import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** True when a Docker engine answers here (the client alone does nothing). */
export async function hasDockerEngine(): Promise<boolean> {
  return run("docker", ["info", "--format", "{{.ServerVersion}}"], { timeout: 5_000 }).then(
    () => true,
    () => false,
  );
}
