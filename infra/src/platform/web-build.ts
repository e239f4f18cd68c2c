import { spawn } from "node:child_process";
import { join } from "node:path";
import { RotatingLog } from "../rotating-log.ts";
import { repositoryFolder } from "./config.ts";

/** Builds the portal with Turborepo, which takes the last result where no source changed. */
export async function buildWeb(home: string): Promise<void> {
  const log = new RotatingLog(join(home, "logs", "web-build.log"));
  const child = spawn(
    "env",
    // Whoever starts us, a test for instance: the portal is built to be served.
    [
      "NODE_ENV=production",
      process.execPath,
      join(repositoryFolder, "node_modules/turbo/bin/turbo"),
      "run",
      "build",
      "--filter=@gtb/web",
      "--ui=stream",
    ],
    { cwd: repositoryFolder, stdio: ["ignore", "pipe", "pipe"] },
  );
  child.stdout.on("data", (chunk: Buffer) => log.write(chunk));
  child.stderr.on("data", (chunk: Buffer) => log.write(chunk));
  await new Promise<void>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`The portal could not be built. Its log: ${log.path}\n${log.tail}`)),
    );
  });
  log.close();
}
